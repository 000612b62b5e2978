package dev.granary.harvester.retention;

import dev.granary.harvester.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks the snapshots that no rule keeps, and deletes what stood in those alone. Changes, and the validity of what stays, are never rewritten. */
final class Thinning {

    private static final String THIN = SqlFile.read(Thinning.class, "thin");
    private static final String DATABASES = SqlFile.read(Thinning.class, "thinned_databases");
    private static final String DELETE = SqlFile.read(Thinning.class, "delete_closed");

    private final JdbcClient store;
    private final RetentionPolicy policy;

    Thinning(JdbcClient store, RetentionPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Returns how many snapshots were marked. */
    long thin(Instant now) {
        return store.sql(THIN)
                .param("now", Timestamp.from(now))
                .param("all", Timestamp.from(RetentionPolicy.before(now, policy.all())))
                .param("daily", Timestamp.from(RetentionPolicy.before(now, policy.daily())))
                .param("weekly", Timestamp.from(RetentionPolicy.before(now, policy.weekly())))
                .param("monthly", Timestamp.from(RetentionPolicy.before(now, policy.monthly())))
                .update();
    }

    /** Returns how many closed placements were deleted. Done for all that was ever thinned, so that what broke off is made up for. */
    long deletePlacements() {
        long deleted = 0;
        for (int database :
                store.sql(DATABASES).query((row, n) -> row.getInt(1)).list()) {
            deleted += store.sql(DELETE).param("database", database).update();
        }
        return deleted;
    }
}

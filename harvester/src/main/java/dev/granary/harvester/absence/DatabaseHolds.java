package dev.granary.harvester.absence;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds of whole databases that a server no longer lists. */
@Component
public class DatabaseHolds {

    private static final String HOLD = SqlFile.read(DatabaseHolds.class, "hold_database");
    private static final String HOLD_WORK = SqlFile.read(DatabaseHolds.class, "hold_work");
    private static final String END_LISTED = SqlFile.read(DatabaseHolds.class, "end_listed");
    private static final String END = SqlFile.read(DatabaseHolds.class, "end_open");

    private final JdbcClient store;

    public DatabaseHolds(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** Whether the run was started to apply the database's hold. */
    public boolean isReleasedBy(long run, int database) {
        return new Absences(store, database, run).isRelease();
    }

    /** Whether the database is held for that, or was and somebody rejected it. */
    public boolean isHeld(int database, String code) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.hold"
                        + " WHERE database_id = ? AND code = ? AND state IN ('open', 'rejected'))")
                .param(database)
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** Opens the database's hold, or renews it, and ends the run's work on the database as held; not where that was rejected before. */
    public void hold(long run, int database, String code, String reason) {
        var values = Map.of("run", run, "database", database, "code", code, "reason", StoredText.encode(reason));
        if (store.sql(HOLD).params(values).update() > 0) {
            store.sql(HOLD_WORK).params(values).update();
        }
    }

    /** Ends what was held, or rejected, because the server did not list these databases. */
    public void endOfListed(Collection<Integer> databases) {
        store.sql(END_LISTED)
                .param("databases", databases.toArray(Integer[]::new))
                .update();
    }

    /** Ends what was open of a database that is gone. */
    public void end(long run, int database) {
        store.sql(END)
                .params(Map.of("run", run, "database", database, "nothing", true))
                .update();
    }
}

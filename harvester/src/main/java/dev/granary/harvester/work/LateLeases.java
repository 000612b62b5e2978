package dev.granary.harvester.work;

import dev.granary.harvester.sql.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases whose holders died or stand still: their databases are put back, to be leased by others. */
final class LateLeases {

    /** How often a database is leased in one run before those who died at it are believed to have died of it. */
    static final int MOST_LEASES = 10;

    /** Late ones are rare, and a look for them costs as much as finding work. */
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);

    private static final String EXPIRE = SqlFile.read(LateLeases.class, "expire-leases");

    private final JdbcClient store;
    private final Clock clock;
    private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.MIN);

    LateLeases(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Puts back what is late, unless this process looked for it a moment ago. */
    void putBackNowAndThen() {
        var now = clock.instant();
        var last = lastLook.get();
        if (now.isAfter(last.plus(NOW_AND_THEN)) && lastLook.compareAndSet(last, now)) {
            putBack();
        }
    }

    /** Whether anything was put back. */
    boolean putBack() {
        return store.sql(EXPIRE)
                        .param("most", MOST_LEASES)
                        .param("reason", "%d harvesters died or stood still while they read it.".formatted(MOST_LEASES))
                        .update()
                > 0;
    }
}

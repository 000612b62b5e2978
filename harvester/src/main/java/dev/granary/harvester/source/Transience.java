package dev.granary.harvester.source;

import dev.granary.sqlserver.SourceFailure;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves from those that do not. */
public final class Transience {

    /** Of PostgreSQL: serialization failure, deadlock. */
    private static final Set<String> STORE_COLLISIONS = Set.of("40001", "40P01");

    private Transience() {}

    /** Whether a deadlock, a lock timeout or a lost connection is behind a failure. */
    public static boolean isTransient(Throwable failure) {
        for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SQLException error) {
                return STORE_COLLISIONS.contains(String.valueOf(error.getSQLState()))
                        || SourceFailure.of(error).isRetryable();
            }
        }
        return false;
    }
}

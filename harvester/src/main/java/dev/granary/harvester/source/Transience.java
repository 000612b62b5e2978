package dev.granary.harvester.source;

import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.Verdict;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that may pass by themselves from those that do not. */
public final class Transience {

    /** Of PostgreSQL: serialization failure, deadlock, restarts, a session ended for standing still in a transaction. */
    private static final Set<String> STORE = Set.of("40001", "40P01", "57P01", "57P02", "57P03", "25P03");

    private Transience() {}

    /** Whether a deadlock, a lock timeout, a lost connection or one that could not be made is behind a failure. */
    public static boolean isTransient(Throwable failure) {
        for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SQLException error) {
                var meaning = SourceFailure.of(error);
                return STORE.contains(String.valueOf(error.getSQLState()))
                        || meaning.isRetryable()
                        || meaning.verdict() == Verdict.UNREACHABLE;
            }
        }
        return false;
    }
}

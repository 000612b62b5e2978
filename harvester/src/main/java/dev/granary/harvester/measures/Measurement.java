package dev.granary.harvester.measures;

import dev.granary.sqlserver.SourceFailure;
import org.jspecify.annotations.Nullable;

/**
 * How the measuring of one database fared.
 *
 * @param indexes how many tables, views and indexes have a size now; null where none was measured
 * @param code the engine's error number, or a word, where the status is not complete
 */
public record Measurement(
        String server,
        String database,
        Status status,
        @Nullable Integer indexes,
        @Nullable String code,
        @Nullable String reason) {

    /** What came of it. {@code ROWS_ONLY}: the way that tells bytes was refused, for the reason given. */
    public enum Status {
        COMPLETE,
        ROWS_ONLY,
        DENIED,
        UNSUPPORTED,
        FAILED,
        SKIPPED
    }

    /** Whether sizes were stored. */
    public boolean isMeasured() {
        return status == Status.COMPLETE || status == Status.ROWS_ONLY;
    }

    static Measurement failed(String server, String database, SourceFailure failure) {
        return new Measurement(server, database, Status.FAILED, null, failure.code(), failure.reason());
    }

    /** Measured, but the store did not take it. */
    static Measurement unwritten(String server, String database) {
        return new Measurement(
                server,
                database,
                Status.FAILED,
                null,
                "store",
                "Granary's own store failed while the measures were being written; see the log.");
    }

    static Measurement refused(String server, String database, SourceFailure failure) {
        var status =
                switch (failure.verdict()) {
                    case DENIED -> Status.DENIED;
                    case UNSUPPORTED, OTHER -> Status.UNSUPPORTED;
                    case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> Status.FAILED;
                };
        return new Measurement(server, database, status, null, failure.code(), failure.reason());
    }
}

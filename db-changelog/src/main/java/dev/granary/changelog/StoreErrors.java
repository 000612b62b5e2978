package dev.granary.changelog;

import liquibase.exception.MigrationFailedException;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong. */
final class StoreErrors {

    private StoreErrors() {}

    /** The first line of the innermost cause's message, after the change set that failed, where one did. */
    static String firstLine(Throwable failure) {
        String changeSet = "";
        Throwable cause = failure;
        while (cause.getCause() != null) {
            if (cause instanceof MigrationFailedException) {
                // "Migration failed for changeset file::id::author:", then the reason on lines of its own
                changeSet = firstLine(cause.getMessage()).replace("Migration failed for changeset", "change set") + " ";
            }
            cause = cause.getCause();
        }
        String reason = firstLine(cause.getMessage());
        return changeSet + (reason.isEmpty() ? cause.getClass().getSimpleName() : reason);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}

package dev.granary.changelog;

/** The migration did not finish; the message is one line, names the place and holds no secret. */
public class MigrationException extends RuntimeException {

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }

    MigrationException(String message) {
        super(message);
    }
}

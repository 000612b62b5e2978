package dev.granary.changelog;

/** The migration was refused for what it was given; nothing was changed. */
public final class MigrationConfigurationException extends MigrationException {

    MigrationConfigurationException(String message) {
        super(message);
    }

    MigrationConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}

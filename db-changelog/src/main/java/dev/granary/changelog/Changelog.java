package dev.granary.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** Brings a store to the newest schema; applied twice it changes nothing, applied by two at once it works in turn. */
public final class Changelog {

    private final MigrationSettings settings;
    private final StoreConnections connections;
    private final List<String> createdRoles = new ArrayList<>();
    private final List<String> passwordsSet = new ArrayList<>();
    private final @Nullable String tag;

    private Changelog(MigrationSettings settings, @Nullable String tag) {
        this.settings = settings;
        this.tag = tag;
        this.connections = new StoreConnections(settings);
    }

    /**
     * Creates the roles that are missing, sets passwords that differ and applies what the store has not seen.
     *
     * @throws MigrationConfigurationException if the settings or the owner's login are refused
     * @throws MigrationException if the store cannot be reached or a change fails
     */
    public static Migration migrate(MigrationSettings settings) {
        return new Changelog(settings, null).run();
    }

    /** The same, from its parts. */
    public static Migration migrate(String url, String ownerPassword, String harvesterPassword, String queryPassword) {
        return migrate(new MigrationSettings(url, ownerPassword, harvesterPassword, queryPassword));
    }

    /** The same up to a tag of the changelog: the store as a version before this one made it. */
    public static Migration migrateTo(String tag, MigrationSettings settings) {
        return new Changelog(settings, tag).run();
    }

    private Migration run() {
        try (Connection connection = connections.owner()) {
            waitForOthers(connection);
            role(connection, StoreRoles.HARVESTER, settings.harvesterPassword());
            role(connection, StoreRoles.QUERY, settings.queryPassword());
            if (StoreRoles.create(connection, StoreRoles.BI, "NOLOGIN")) {
                createdRoles.add(StoreRoles.BI);
            }
            return new Migration(SchemaUpdate.apply(connection, tag), createdRoles, passwordsSet);
        } catch (SQLException | LiquibaseException e) {
            throw new MigrationException(settings.place() + ": the migration failed: " + StoreErrors.firstLine(e), e);
        }
    }

    /** Held until the connection closes, also when this process is killed. */
    private static void waitForOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('granary.changelog'))");
        }
    }

    private void role(Connection connection, String role, String password) throws SQLException {
        boolean created = StoreRoles.create(connection, role, "LOGIN");
        if (created) {
            createdRoles.add(role);
        }
        if (created || !connections.accepts(role, password)) {
            StoreRoles.setPassword(connection, role, password);
            passwordsSet.add(role);
        }
    }
}

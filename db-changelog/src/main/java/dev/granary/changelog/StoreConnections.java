package dev.granary.changelog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to the store by role, and tells wrong settings from a server that fails. */
final class StoreConnections {

    private static final String INVALID_PASSWORD = "28P01";
    private static final String INVALID_AUTHORIZATION = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final MigrationSettings settings;

    StoreConnections(MigrationSettings settings) {
        this.settings = settings;
    }

    Connection owner() {
        try {
            return open(StoreRoles.OWNER, settings.ownerPassword(), new Properties());
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /**
     * Whether the password is in force. A server that asks for none (trust) proves nothing, so that a login without
     * authentication does not count.
     */
    boolean accepts(String role, String password) {
        Properties properties = new Properties();
        properties.setProperty("requireAuth", "!none");
        try (Connection connection = open(role, password, properties)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            // Whatever the reason, the password is then set, which does no harm where it was right already.
            return false;
        }
    }

    private Connection open(String role, String password, Properties properties) throws SQLException {
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "granary-changelog");
        properties.setProperty("loginTimeout", "20");
        return DriverManager.getConnection(settings.url(), properties);
    }

    private MigrationException refusal(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case INVALID_PASSWORD, INVALID_AUTHORIZATION ->
                new MigrationConfigurationException(
                        settings.place() + " refused the login of " + StoreRoles.OWNER
                                + ": check GRANARY_OWNER_PASSWORD and that the role exists (SQLSTATE " + state + ")",
                        e);
            case NO_SUCH_DATABASE ->
                new MigrationConfigurationException(settings.place() + ": the database does not exist", e);
            default ->
                new MigrationException(
                        settings.place() + " cannot be reached (SQLSTATE " + state + "): " + StoreErrors.firstLine(e),
                        e);
        };
    }
}

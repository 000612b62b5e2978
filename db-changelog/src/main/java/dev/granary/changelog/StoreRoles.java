package dev.granary.changelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The store's roles. Their rights are in the changelog; here they come to exist and get their passwords. */
final class StoreRoles {

    static final String OWNER = "granary_owner";
    static final String HARVESTER = "granary_harvester";
    static final String QUERY = "granary_query";
    static final String BI = "granary_bi";

    private StoreRoles() {}

    static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            select.setString(1, role);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Creates the role where it is missing; {@code attributes} is one of this room's own constants. */
    static boolean create(Connection connection, String role, String attributes) throws SQLException {
        if (exists(connection, role)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role + " " + attributes);
        }
        return true;
    }

    /** Sets the password from a SCRAM verifier made here, so that the server's logs never see the password. */
    static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }
}

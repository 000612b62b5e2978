package dev.granary.changelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What a PostgreSQL administrator does once, before the first migration: the role granary_owner and a database of its
 * own. docs/store.md has the same as SQL.
 */
public final class StoreBootstrap {

    private static final String DATABASE = "granary";

    private StoreBootstrap() {}

    /**
     * Creates what is missing and sets the owner's password.
     *
     * @param superuser connects to any database of the cluster as a superuser
     */
    public static void create(DataSource superuser, String ownerPassword) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            StoreRoles.create(connection, StoreRoles.OWNER, "LOGIN CREATEROLE");
            StoreRoles.setPassword(connection, StoreRoles.OWNER, ownerPassword);
            if (!databaseExists(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + StoreRoles.OWNER
                            + " TEMPLATE template0 ENCODING 'UTF8'");
                }
            }
        }
    }

    private static boolean databaseExists(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            select.setString(1, DATABASE);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}

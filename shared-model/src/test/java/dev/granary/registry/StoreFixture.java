package dev.granary.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL with the three tables of the registry. */
final class StoreFixture implements AutoCloseable {
    private static final String TABLES = """
            DROP SCHEMA IF EXISTS granary CASCADE;
            CREATE SCHEMA granary;
            CREATE TABLE granary.server (
                id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, enabled boolean NOT NULL,
                environment text, tags text[] NOT NULL, settings jsonb NOT NULL, version text, engine_edition int,
                status text NOT NULL DEFAULT 'never', reason text, seen_at timestamptz,
                registered_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
            CREATE TABLE granary.harvest_credential (
                server_id int PRIMARY KEY REFERENCES granary.server, type text NOT NULL, username text NOT NULL,
                secret text NOT NULL, updated_at timestamptz NOT NULL);
            CREATE TABLE granary.query_credential (LIKE granary.harvest_credential INCLUDING ALL);
            """;

    private final EmbeddedPostgres postgres;

    StoreFixture() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    void reset() throws SQLException {
        execute(TABLES);
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row as text. */
    List<String> rows(String select) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t::text FROM (" + select + ") AS t")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /** Everything, row versions included: equal before and after means that nothing was written. */
    List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>(rows("SELECT xmin, ctid, s.* FROM granary.server AS s ORDER BY id"));
        all.addAll(rows("SELECT xmin, ctid, c.* FROM granary.harvest_credential AS c ORDER BY server_id"));
        all.addAll(rows("SELECT xmin, ctid, c.* FROM granary.query_credential AS c ORDER BY server_id"));
        return all;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

package dev.granary.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL with the store's tables of the registry. */
final class StoreFixture implements AutoCloseable {
    /** The changelog's own file: plain SQL, its markers being comments. Depending on that module would be a cycle. */
    private static final Path TABLES = Path.of("../db-changelog/src/main/resources/dev/granary/changelog/registry.sql");

    private final EmbeddedPostgres postgres;

    StoreFixture() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    void reset() throws IOException, SQLException {
        execute("DROP SCHEMA IF EXISTS granary CASCADE; CREATE SCHEMA granary");
        execute(Files.readString(TABLES));
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

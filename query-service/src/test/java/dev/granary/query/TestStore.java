package dev.granary.query;

import dev.granary.changelog.Changelog;
import dev.granary.changelog.StoreBootstrap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An embedded PostgreSQL with the real changelog applied; roles log in by password, but for its superuser. */
public final class TestStore implements AutoCloseable {

    public static final String QUERY_PASSWORD = "query-canary-pw";

    private final EmbeddedPostgres postgres;

    private TestStore(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static TestStore start() throws IOException, SQLException {
        var hba = Files.createTempFile("granary-hba", ".conf");
        Files.writeString(hba, """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        var postgres = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", hba.toString())
                .start();
        var store = new TestStore(postgres);
        StoreBootstrap.create(postgres.getPostgresDatabase(), "owner-canary-pw");
        Changelog.migrate(store.url(), "owner-canary-pw", "harvester-canary-pw", QUERY_PASSWORD);
        return store;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/granary".formatted(postgres.getPort());
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

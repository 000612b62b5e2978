package dev.granary.changelog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An embedded PostgreSQL that asks every role but its superuser for a password, as a real one does. */
final class Store implements AutoCloseable {

    static final String OWNER_PASSWORD = "owner-pw";
    static final String HARVESTER_PASSWORD = "harvester-pw";
    static final String QUERY_PASSWORD = "query-pw";

    private final EmbeddedPostgres postgres;

    private Store(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** The bare server with owner and database. */
    static Store bootstrapped() throws IOException, SQLException {
        Path hba = Files.createTempFile("granary-hba", ".conf");
        Files.writeString(hba, """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Store store = new Store(EmbeddedPostgres.builder()
                .setServerConfig("hba_file", hba.toString())
                .start());
        StoreBootstrap.create(store.postgres.getPostgresDatabase(), OWNER_PASSWORD);
        return store;
    }

    static Store migrated() throws IOException, SQLException {
        Store store = bootstrapped();
        store.migrate();
        return store;
    }

    Migration migrate() {
        return Changelog.migrate(url(), OWNER_PASSWORD, HARVESTER_PASSWORD, QUERY_PASSWORD);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/granary";
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    Connection login(String role, String password) throws SQLException {
        return DriverManager.getConnection(url(), role, password);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

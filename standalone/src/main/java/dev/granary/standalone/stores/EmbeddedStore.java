package dev.granary.standalone.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.granary.changelog.Changelog;
import dev.granary.changelog.StoreBootstrap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * PostgreSQL in a folder of its own, with fsync on: what it acknowledged survives a power cut. Every connection needs a password, the
 * superuser's too.
 */
public final class EmbeddedStore implements Closeable {

    private static final String SUPERUSER = "postgres";
    private static final String ONLY_WITH_PASSWORD = """
            # Written by Granary: no one enters without a password, from nowhere but this machine.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres postgres;

    private EmbeddedStore(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts the server, making the folder and the role granary_owner the first time; stops one that was left behind. */
    public static EmbeddedStore start(Path folder, StorePasswords passwords) throws IOException, SQLException {
        LeftOver.stop(folder.resolve("postmaster.pid"), SUPERUSER);
        boolean first = !Files.exists(folder.resolve("PG_VERSION"));
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
        if (!first) {
            builder.setConnectConfig("password", passwords.superuser());
        }
        var store = new EmbeddedStore(builder.start());
        try {
            if (first) {
                store.lock(folder, passwords.superuser());
            }
            StoreBootstrap.create(
                    new SuperuserDataSource(store.postgres.getPort(), passwords.superuser()), passwords.owner());
        } catch (IOException | SQLException e) {
            store.close();
            throw e;
        }
        return store;
    }

    /** Sets the superuser's password and from then on asks everyone for theirs. */
    private void lock(Path folder, String superuserPassword) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(SUPERUSER, superuserPassword.toCharArray(), "scram-sha-256");
            Files.writeString(folder.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD, UTF_8);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    public void migrate(StorePasswords passwords) {
        Changelog.migrate(url(), passwords.owner(), passwords.harvester(), passwords.query());
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/granary".formatted(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

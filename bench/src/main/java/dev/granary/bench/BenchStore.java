package dev.granary.bench;

import dev.granary.registry.Registry;
import dev.granary.registry.RegistryFile;
import dev.granary.secrets.KeyRing;
import dev.granary.standalone.stores.EmbeddedCache;
import dev.granary.standalone.stores.EmbeddedStore;
import dev.granary.standalone.stores.StorePasswords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** A real, durable PostgreSQL and a Redis for one run, with copies of the content's tables for the store floor. */
final class BenchStore implements AutoCloseable {

    /** What a harvest writes of a database, in an order that its references allow. */
    private static final List<String> CONTENT = List.of(
            "name",
            "part",
            "part_column",
            "part_reference",
            "definition",
            "definition_part",
            "object",
            "placement_current",
            "tree_node");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final StorePasswords passwords = new StorePasswords(random("s"), random("o"), random("h"), random("q"));
    private final String encryptionKey;
    private final EmbeddedStore postgres;
    private final EmbeddedCache redis;
    private final Connection owner;

    BenchStore() throws IOException, SQLException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
        var key = new byte[32];
        RANDOM.nextBytes(key);
        encryptionKey = Base64.getUrlEncoder().encodeToString(key);
        postgres = EmbeddedStore.start(folder.resolve("postgres"), passwords);
        redis = EmbeddedCache.start(folder.resolve("redis"));
        postgres.migrate(passwords);
        owner = ownerSource().getConnection();
        execute("CREATE SCHEMA bench");
        for (var table : CONTENT) {
            execute("CREATE TABLE bench.%s (LIKE granary.%s INCLUDING ALL EXCLUDING IDENTITY)".formatted(table, table));
        }
    }

    private static String random(String prefix) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private PGSimpleDataSource ownerSource() {
        var source = new PGSimpleDataSource();
        source.setURL(postgres.url());
        source.setUser("granary_owner");
        source.setPassword(passwords.owner());
        return source;
    }

    /** Registers one server on loopback. */
    void register(String name, int port, String password) throws IOException, SQLException {
        register(Map.of(name, port), password);
    }

    /** Registers servers on loopback, by name and port. */
    void register(Map<String, Integer> ports, String password) throws IOException, SQLException {
        var file = folder.resolve("servers.yml");
        var entries = new StringBuilder("servers:\n");
        ports.forEach((name, port) -> entries.append("""
                  - name: %s
                    host: 127.0.0.1
                    port: %d
                    environment: bench
                    harvest: {type: sql, username: sa, password: "${BENCH_PASSWORD}"}
                    tls: {encrypt: "false"}
                """.formatted(name, port)));
        Files.writeString(file, entries);
        var servers = RegistryFile.read(file, variable -> variable.equals("BENCH_PASSWORD") ? password : null);
        new Registry(ownerSource(), Clock.systemUTC()).register(servers, KeyRing.parse(encryptionKey));
    }

    /** Writes so many steps of earlier jobs, ten a job, all of them young enough to be kept. */
    void batchHistory(int steps) throws SQLException {
        execute("INSERT INTO batch.batch_job_instance (job_instance_id, version, job_name, job_key)"
                + " SELECT -n, 0, 'harvest', n::text FROM generate_series(1, %d) AS n".formatted(steps / 10));
        execute(
                "INSERT INTO batch.batch_job_execution (job_execution_id, version, job_instance_id, create_time, end_time, status)"
                        + " SELECT -n, 0, -n, now(), now(), 'COMPLETED' FROM generate_series(1, %d) AS n"
                                .formatted(steps / 10));
        execute(
                "INSERT INTO batch.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, status)"
                        + " SELECT -n, 0, 'drain', -1 - (n - 1) / 10, now(), 'COMPLETED' FROM generate_series(1, %d) AS n"
                                .formatted(steps));
    }

    HarvesterChild.Settings settings() {
        return new HarvesterChild.Settings(postgres.url(), passwords.harvester(), redis.url(), encryptionKey, false);
    }

    /** The owner's connection. */
    Connection owner() {
        return owner;
    }

    /** What a query service on this store is started with. */
    Map<String, Object> querySettings(String apiKey) {
        return Map.of(
                "granary.db.url", postgres.url(),
                "granary.db.password", passwords.query(),
                "granary.redis.url", redis.url(),
                "granary.api-key", apiKey,
                "server.port", 0);
    }

    /** The number of the next transaction: rows written from now on have it or a higher one. */
    long mark() throws SQLException {
        return number("SELECT pg_current_xact_id()::text::bigint");
    }

    /** How many rows each table of the store has gained or changed since the mark, told from the rows themselves. */
    Map<String, Long> rowsSince(long mark) throws SQLException {
        var written = new LinkedHashMap<String, Long>();
        for (var table : tables()) {
            long rows = number("SELECT count(*) FROM granary.%s WHERE xmin::text::bigint > %d".formatted(table, mark));
            if (rows > 0) {
                written.put(table, rows);
            }
        }
        return written;
    }

    /** Copies what was written since the mark into the tables' copies, as fast as PostgreSQL takes it; returns the seconds that took. */
    double copySince(long mark) throws SQLException, IOException {
        var copies = owner.unwrap(PGConnection.class).getCopyAPI();
        var content = new LinkedHashMap<String, byte[]>();
        for (var table : CONTENT) {
            var bytes = new ByteArrayOutputStream();
            copies.copyOut(
                    "COPY (SELECT * FROM granary.%s WHERE xmin::text::bigint > %d) TO STDOUT (FORMAT binary)"
                            .formatted(table, mark),
                    bytes);
            content.put(table, bytes.toByteArray());
        }
        long from = System.nanoTime();
        owner.setAutoCommit(false);
        for (var table : content.entrySet()) {
            var copy = copies.copyIn("COPY bench.%s FROM STDIN (FORMAT binary)".formatted(table.getKey()));
            copy.writeToCopy(table.getValue(), 0, table.getValue().length);
            copy.endCopy();
        }
        owner.commit();
        owner.setAutoCommit(true);
        return (System.nanoTime() - from) / 1e9;
    }

    double cpuSeconds() throws IOException {
        return CpuClock.seconds(Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst()));
    }

    /** Makes room of what is dead, so that sizes are those of what is kept. */
    void vacuum() throws SQLException {
        execute("VACUUM (ANALYZE)");
    }

    /** A table of the store with its indexes and long values, in bytes. */
    long bytesOf(String table) throws SQLException {
        return number("SELECT pg_table_size('granary.%1$s') + pg_indexes_size('granary.%1$s')".formatted(table));
    }

    /** The table without its indexes, and each of these, in bytes. */
    Map<String, Long> relationsOf(String table) throws SQLException {
        var sizes = new LinkedHashMap<String, Long>();
        sizes.put(table, number("SELECT pg_table_size('granary.%s')".formatted(table)));
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT indexrelid::regclass::text, pg_relation_size(indexrelid) FROM pg_index"
                                + " WHERE indrelid = 'granary.%s'::regclass".formatted(table))) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }

    /** The size of every table of the store. */
    Map<String, Long> bytes() throws SQLException {
        var sizes = new LinkedHashMap<String, Long>();
        for (var table : tables()) {
            sizes.put(table, bytesOf(table));
        }
        return sizes;
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'granary' ORDER BY tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    long number(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        owner.close();
        redis.close();
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}

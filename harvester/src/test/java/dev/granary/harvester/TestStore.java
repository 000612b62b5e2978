package dev.granary.harvester;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.granary.cache.DefinitionCache;
import dev.granary.cache.RedisClients;
import dev.granary.changelog.Changelog;
import dev.granary.changelog.MigrationSettings;
import dev.granary.changelog.StoreBootstrap;
import dev.granary.content.ContentHash;
import dev.granary.harvester.work.Lease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store of its own for the tests of one JVM: a real PostgreSQL, migrated by the changelog, entered as the harvester's role. */
public final class TestStore implements AutoCloseable {

    public static final String PASSWORD = "test-store";
    private static TestStore shared;
    private static TestStore harvests;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource dataSource;
    private final HikariDataSource ownerDataSource;
    private final JdbcClient owner;
    private final JdbcClient harvester;

    private TestStore(@Nullable String tag) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        StoreBootstrap.create(postgres.getPostgresDatabase(), PASSWORD);
        if (tag == null) {
            migrate();
        } else {
            Changelog.migrateTo(tag, new MigrationSettings(url(), PASSWORD, PASSWORD, PASSWORD));
        }
        dataSource = pool("granary_harvester", 4);
        harvester = JdbcClient.create(dataSource);
        ownerDataSource = pool("granary_owner", 4);
        owner = JdbcClient.create(ownerDataSource);
    }

    public static synchronized TestStore shared() {
        if (shared == null) {
            shared = fresh(null);
        }
        return shared;
    }

    /** The store of the tests of whole harvests, emptied: those read every server that is registered, so no other test may register any. */
    public static synchronized TestStore forHarvests() {
        if (harvests == null) {
            harvests = fresh(null);
        }
        harvests.owner
                .sql("TRUNCATE granary.server, granary.run, granary.object, granary.placement_current,"
                        + " granary.placement_closed, granary.change, granary.definition, granary.part, granary.part_column,"
                        + " granary.part_reference, granary.measure, granary.measure_current, quartz.qrtz_job_details,"
                        + " quartz.qrtz_fired_triggers, quartz.qrtz_scheduler_state RESTART IDENTITY CASCADE")
                .update();
        return harvests;
    }

    /** A store of one test's own as the version before this one left it: whoever opens it closes it. */
    public static TestStore upTo(String tag) {
        return fresh(tag);
    }

    /** Brings it to the newest schema. */
    public void migrate() {
        Changelog.migrate(url(), PASSWORD, PASSWORD, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        dataSource.close();
        ownerDataSource.close();
        postgres.close();
    }

    private static TestStore fresh(@Nullable String tag) {
        try {
            return new TestStore(tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/granary".formatted(postgres.getPort());
    }

    /** The owner's view of the store. */
    public JdbcClient owner() {
        return owner;
    }

    /** Rights beyond any role's: what a test needs to put rows in place as they are. */
    public DataSource superuser() {
        return postgres.getDatabase("postgres", "granary");
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** So many sessions of the harvester's role besides, under a name of their own: whoever opens them closes them. */
    public HikariDataSource sessions(String name, int connections) {
        var sessions = pool("granary_harvester", connections);
        sessions.addDataSourceProperty("ApplicationName", name);
        return sessions;
    }

    /** Until the store has none of these sessions left, which were closed: what they counted is told by then. */
    public void awaitEnd(String name) throws InterruptedException {
        while (owner.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.sleep(10);
        }
    }

    /** A cache whose Redis is not there: port 1 refuses. */
    public static DefinitionCache noRedis() {
        return new DefinitionCache(RedisClients.open("redis://127.0.0.1:1"));
    }

    public int database(String server, String database) {
        owner.sql("INSERT INTO granary.server (name, settings) VALUES (?, '{}') ON CONFLICT (name) DO NOTHING")
                .param(server)
                .update();
        return harvester
                .sql(
                        "INSERT INTO granary.database (server_id, name, \"collation\") SELECT id, ?, 'SQL_Latin1_General_CP1_CI_AS'"
                                + " FROM granary.server WHERE name = ? RETURNING id")
                .param(database)
                .param(server)
                .query(Integer.class)
                .single();
    }

    /** A lease of the database in a new run. */
    public Lease lease(int database) {
        long run = harvester
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'test') RETURNING id")
                .query(Long.class)
                .single();
        update(
                "INSERT INTO granary.work (run_id, database_id, state, fence, owner) VALUES (" + run
                        + ", ?, 'leased', 1, 'test')",
                database);
        return new Lease(run, database, "srv", "db", "test", 1);
    }

    public void update(String sql, int parameter) {
        harvester.sql(sql).param(parameter).update();
    }

    public long count(String sql, int parameter) {
        return harvester.sql(sql).param(parameter).query(Long.class).single();
    }

    public List<String> list(String sql, int parameter) {
        return harvester.sql(sql).param(parameter).query(String.class).list();
    }

    public Map<String, Object> row(String sql, int parameter) {
        return harvester.sql(sql).param(parameter).query().singleRow();
    }

    /** Lets somebody come to wait for the rows that a statement locks, does something meanwhile, lets go of the rows and waits for him. */
    public void whileOneWaits(String locking, Callable<?> waiting, Runnable meanwhile) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var locker = dataSource.getConnection();
                var statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute(locking);
            var waits = threads.submit(waiting);
            await().until(() -> owner.sql(
                            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted)")
                    .query(Boolean.class)
                    .single());
            meanwhile.run();
            locker.commit();
            locker.setAutoCommit(true);
            waits.get();
        }
    }

    /** The time by the store's clock. */
    public OffsetDateTime time() {
        return owner.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
    }

    /** The next transaction's number: what is written from here on has it or a higher one. */
    public long mark() {
        return owner.sql("SELECT pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
    }

    /** How many rows of each table were inserted or updated since the mark, told from the rows themselves; tables without any are left out. */
    public Map<String, Long> rowsWrittenSince(long mark) {
        var written = new HashMap<String, Long>();
        for (var table : owner.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'granary'")
                .query(String.class)
                .list()) {
            long rows = owner.sql("SELECT count(*) FROM granary." + table + " WHERE xmin::text::bigint > ?")
                    .param(mark)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                written.put(table, rows);
            }
        }
        return written;
    }

    public static ContentHash sha256(byte[] bytes) {
        try {
            return ContentHash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HikariDataSource pool(String role, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(role);
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(connections);
        return pool;
    }
}

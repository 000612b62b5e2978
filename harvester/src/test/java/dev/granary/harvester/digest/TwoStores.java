package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.publish.StoredHarvest;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.Breakers;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.harvester.work.Spending;
import dev.granary.registry.AuthenticationType;
import dev.granary.registry.Credential;
import dev.granary.registry.Encryption;
import dev.granary.registry.Limits;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.RegisteredServers;
import dev.granary.registry.ServerSettings;
import dev.granary.registry.Tls;
import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One emulated server, harvested incrementally into one store and in full into another that is emptied each time. */
final class TwoStores implements AutoCloseable {

    static final ServerOptions ENGINE = ServerOptions.named("SRC", TestProgram.CANARY);

    private static final TestStore INCREMENTAL = TestStore.upTo("first-store");
    private static final TestStore FULL = TestStore.upTo("first-store");

    static {
        INCREMENTAL.migrate();
        FULL.migrate();
    }

    private final EmulatedServer engine;
    private final RestlessEngine restless;
    private final EmulatorServer wire;
    private RegisteredServer server;
    private final HarvestServers servers;
    private final SourceSessions sessions;
    private final KnownEngines engines = new DigestConfiguration().knownEngines();
    private final Map<String, Integer> databases = new HashMap<>();
    private Set<Digest> digests = EnumSet.allOf(Digest.class);

    TwoStores() {
        this(ENGINE);
    }

    TwoStores(ServerOptions options) {
        engine = EmulatedServer.create(options);
        restless = new RestlessEngine(engine);
        wire = EmulatorServer.builder(restless).start();
        server = server("sa");
        servers = new OneServer();
        sessions = new SourceSessions(servers);
        empty(INCREMENTAL);
    }

    private RegisteredServer server(String login) {
        return new RegisteredServer(
                1,
                "src",
                null,
                List.of(),
                ServerSettings.at("127.0.0.1", wire.port())
                        .withTls(new Tls(Encryption.OFF, false))
                        .withLimits(new Limits(2, 15, 60)),
                new Credential(AuthenticationType.SQL, login, Secret.of(TestProgram.CANARY)));
    }

    /** Harvests as a login that may do no more than connect. */
    void loginAs(String login) {
        engine.run("CREATE LOGIN %s WITH PASSWORD = '%s'".formatted(login, TestProgram.CANARY));
        server = server(login);
    }

    /** Harvests by these digests only. */
    void use(Set<Digest> only) {
        digests = only;
    }

    EmulatorServer wire() {
        return wire;
    }

    /** Changes something each time a statement that holds the text was answered, so many times. */
    void changeAfter(String statement, int often, Runnable change) {
        restless.changeAfter(statement, often, change);
    }

    /** How often that statement was answered. */
    int answered() {
        return restless.answered();
    }

    /** Runs a script beside the wire, while whoever is on the wire waits. */
    void run(String script) {
        engine.run(script);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=15".formatted(wire.port()),
                "sa",
                TestProgram.CANARY);
    }

    void createEmpty(String database) {
        engine.run("CREATE DATABASE " + database);
        databases.put(database, INCREMENTAL.database("src", database));
    }

    /** Harvests in full. */
    void full(String database) {
        harvest(INCREMENTAL, database, databases.get(database), "full");
    }

    Digests digests(String database) throws SQLException {
        try (var session = sessions.borrow(server)) {
            return new DatabaseDigests(engines, digests)
                    .of(session, server, database)
                    .orElseThrow();
        }
    }

    /** What the engine has. */
    EngineFeatures features() throws SQLException {
        try (var session = sessions.borrow(server)) {
            return engines.of(server.name(), session.capabilities(), session.connection());
        }
    }

    /** Harvests incrementally: a database whose digests are what they were is not read, as in a sweep. */
    void harvest(String database) throws SQLException {
        int id = databases.get(database);
        var last = new LastReadings(INCREMENTAL.dataSource()).ofServer(1).get(id);
        if (last == null || !last.digests().differing(digests(database)).isEmpty()) {
            harvest(INCREMENTAL, database, id, "incremental");
        }
    }

    /** What came of a harvest in full of what was last harvested incrementally. */
    String fullAfterwards(String database) {
        int id = databases.get(database);
        harvest(INCREMENTAL, database, id, "full");
        return INCREMENTAL
                .list("SELECT outcome FROM granary.work WHERE database_id = ? ORDER BY run_id DESC LIMIT 1", id)
                .getFirst();
    }

    List<String> incrementalContent(String database) {
        return content(INCREMENTAL, databases.get(database));
    }

    /** What moved each time it was read for the latest snapshot. */
    List<String> unstableSections(String database) {
        return INCREMENTAL.list("""
                SELECT e.key
                  FROM granary.snapshot AS s
                 CROSS JOIN LATERAL jsonb_each(CAST(s.sections AS jsonb)) AS e
                 WHERE s.database_id = ?
                   AND s.sequence = (SELECT max(sequence) FROM granary.snapshot AS n WHERE n.database_id = s.database_id)
                   AND CAST(e.value ->> 'unstable' AS boolean)
                """, databases.get(database));
    }

    /** Of all the databases, harvested into an emptied store. */
    Map<String, List<String>> fullContent() {
        empty(FULL);
        var content = new HashMap<String, List<String>>();
        for (var database : databases.keySet()) {
            int id = FULL.database("src", database);
            harvest(FULL, database, id, "full");
            content.put(database, content(FULL, id));
        }
        return content;
    }

    private void harvest(TestStore store, String database, int id, String mode) {
        long run = store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', ?, 'test') RETURNING id")
                .param(mode)
                .query(Long.class)
                .single();
        store.owner()
                .sql("INSERT INTO granary.work (run_id, database_id, state, fence, owner, lease_until)"
                        + " VALUES (?, ?, 'leased', 1, 'test', now() + interval '1 hour')")
                .param(run)
                .param(id)
                .update();
        var reading = new LeasedReading(
                sessions,
                servers,
                new Spending(store.dataSource()),
                new Breakers(store.dataSource(), HarvestProperties.DEFAULT),
                new LastReadings(store.dataSource()),
                engines,
                new DatabaseDigests(engines, digests),
                Clock.systemUTC());
        try {
            new StoredHarvest(store.dataSource(), reading, new Warmer(TestStore.noRedis()))
                    .harvest(new Lease(run, id, "src", database, "test", 1));
        } catch (HarvestFailure e) {
            throw new AssertionError(database + ": " + e.section() + " " + e.code() + " " + e.getMessage(), e);
        }
        assertThat(store.list("SELECT outcome FROM granary.work WHERE run_id = " + run + " AND database_id = ?", id))
                .as("nothing is held in %s", database)
                .doesNotContain("held");
    }

    /**
     * The tree's hash and what the snapshot counts, then every placement: its definition's hash, the names the system made, and its id on the
     * server, by which the next harvest finds it again.
     */
    private static List<String> content(TestStore store, int database) {
        return store.list("""
                WITH latest AS (SELECT * FROM granary.snapshot WHERE database_id = ? ORDER BY sequence DESC LIMIT 1)
                SELECT '0 tree ' || encode(l.tree_hash, 'hex') || ' ' || encode(l.structure_hash, 'hex') || ' ' || l.objects || ' ' || l.columns
                  FROM latest AS l
                UNION ALL
                SELECT k.name || ' ' || coalesce(s.name || '.', '') || n.name || ' ' || encode(d.hash, 'hex') || ' ' || coalesce(c.system_names, '')
                       || ' ' || coalesce(o.source_id::text, '')
                  FROM latest AS l
                  JOIN granary.placement_current AS c ON c.database_id = l.database_id
                  JOIN granary.object AS o ON o.id = c.object_id
                  JOIN granary.object_kind AS k ON k.code = c.kind
                  JOIN granary.name AS n ON n.id = c.name_id
                  LEFT JOIN granary.name AS s ON s.id = c.schema_name_id
                  JOIN granary.definition AS d ON d.id = c.definition_id
                 ORDER BY 1
                """, database);
    }

    private static void empty(TestStore store) {
        store.owner()
                .sql(
                        "TRUNCATE granary.server, granary.run, granary.object, granary.placement_current, granary.placement_closed, granary.name,"
                                + " granary.part, granary.part_column, granary.part_reference, granary.definition, granary.definition_part,"
                                + " granary.tree_node, granary.change RESTART IDENTITY CASCADE")
                .update();
    }

    @Override
    public void close() throws IOException {
        sessions.close();
        wire.close();
        engine.close();
    }

    private final class OneServer extends HarvestServers {

        OneServer() {
            super(new RegisteredServers(INCREMENTAL.dataSource(), KeyRing.parse(KeyRing.newKey())));
        }

        @Override
        public Optional<RegisteredServer> named(String name) {
            return Optional.of(server);
        }
    }
}

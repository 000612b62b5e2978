package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** One estate harvested, then all that may happen to databases at once, then harvested again: each test looks at one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AbsenceTest {

    private static final List<String> DATABASES = List.of(
            "revoked", "halved", "cleaned", "kept", "restored", "renamed", "replaced", "gone", "paused", "filtered");

    @TempDir
    private static Path folder;

    private static TestStore store;
    private static EmulatedServer engine;
    private static EmulatorServer server;
    private static EmulatedServer otherEngine;
    private static EmulatorServer other;
    private static TestProgram program;
    private static ConfigurableApplicationContext harvester;
    private static HarvestReport second;

    @BeforeAll
    static void harvestTwice() throws Exception {
        store = TestStore.forHarvests();
        engine = EmulatedServer.create("ERP", TestProgram.CANARY);
        server = EmulatorServer.builder(engine).start();
        otherEngine = EmulatedServer.create("SHOP", TestProgram.CANARY);
        other = EmulatorServer.builder(otherEngine).start();
        engine.run("CREATE LOGIN harvest WITH PASSWORD = '" + TestProgram.CANARY + "'");
        for (var database : DATABASES) {
            create(database, 20);
        }
        otherEngine.run("CREATE DATABASE shop");
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .set("granary.schedule.enabled", "false")
                .set("granary.health.enabled", "false")
                .servers(servers("[]"));
        assertThat(program.run("register").code()).isZero();
        harvester = program.serve();
        assertThat(harvest().failures()).isEmpty();

        var restored = engine.server().database("restored").catalog();
        change();
        engine.server().createDatabase("restored", "Latin1_General_100_CI_AS", "sa", () -> restored);
        other.close();
        assertThat(program.servers(servers("[audit]")).run("register").code()).isEqualTo(2);
        assertThat(program.run("register", "--accept-filter-changes").code()).isZero();
        second = harvest();
    }

    private static void change() throws SQLException {
        execute("revoked", "REVOKE VIEW DEFINITION TO harvest", "CREATE TABLE dbo.fresh (id int)");
        for (var schema : List.of("a", "b", "audit", "dbo")) {
            execute("halved", "GRANT VIEW DEFINITION ON SCHEMA::" + schema + " TO harvest");
        }
        execute(
                "halved",
                "DENY VIEW DEFINITION ON SCHEMA::a TO harvest",
                "DENY VIEW DEFINITION ON SCHEMA::b TO harvest");
        dropMost("cleaned");
        dropMost("kept");
        execute("restored", "DROP TABLE a.t1", "DROP TABLE a.t2");
        engine.run("DROP DATABASE restored");
        engine.run("ALTER DATABASE renamed MODIFY NAME = renamed_now");
        engine.run("DROP DATABASE replaced");
        create("replaced", 2);
        engine.run("DROP DATABASE gone");
        engine.run("ALTER DATABASE paused SET OFFLINE");
    }

    @AfterAll
    static void stop() {
        harvester.close();
        server.close();
        engine.close();
        otherEngine.close();
    }

    @Test
    @Order(1)
    void holdsTheRemovalsAndNothingElseWhenVIEWDEFINITIONIsRevoked() {
        assertThat(outcome("revoked")).isEqualTo("held visibility-fell");
        assertThat(count(
                        "SELECT count(*) FROM granary.unconfirmed JOIN granary.object o ON o.id = object_id",
                        "revoked"))
                .isGreaterThan(40);
        assertThat(events("revoked", "removed")).containsOnly("filter");
    }

    @Test
    @Order(1)
    void holdsWhatAnotherHalfOfTheSchemasHid() {
        assertThat(outcome("halved")).startsWith("held ");
        assertThat(count(
                        "SELECT count(*) FROM granary.unconfirmed JOIN granary.object o ON o.id = object_id", "halved"))
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    @Order(1)
    void removesWhatAnAcceptedFilterExplainsWithoutAHold() {
        assertThat(outcome("filtered")).isEqualTo("published");
        assertThat(events("filtered", "removed")).hasSize(21).containsOnly("filter");
    }

    @Test
    @Order(1)
    void losesNothingThatWasRestoredFromLastWeek() {
        assertThat(outcome("restored")).isEqualTo("published");
        assertThat(events("restored", "re-created")).isEmpty();
        assertThat(events("restored", "removed").stream().filter("source"::equals))
                .hasSize(2);
    }

    @Test
    @Order(1)
    void tellsARenameAndADropByOneEventEach() {
        assertThat(events("renamed_now", "database-renamed")).hasSize(1);
        assertThat(events("gone", "database-removed")).hasSize(1);
        assertThat(count("SELECT count(*) FROM granary.database o", "renamed")).isZero();
        assertThat(store.list(
                        "SELECT concat_ws(' ', event, detail ->> 'name', detail ->> 'oldName') FROM granary.change"
                                + " WHERE ? > 0 AND object_id IS NULL AND (detail ->> 'at')::timestamptz BETWEEN now() - interval '1 h' AND now()",
                        1))
                .containsExactlyInAnyOrder("database-renamed renamed_now renamed", "database-removed gone");
    }

    @Test
    @Order(1)
    void takesADatabaseReplacedUnderItsNameForTheSameAndHoldsWhatItLost() {
        assertThat(outcome("replaced")).isEqualTo("held too-many-losses");
        assertThat(events("replaced", "re-created")).isNotEmpty();
        assertThat(events("replaced", "removed")).containsOnly("filter");
    }

    @Test
    @Order(1)
    void keepsWhatIsOfflineOrOutOfReachAndSaysWhy() {
        assertThat(stale("paused")).contains("OFFLINE");
        assertThat(stale("shop")).contains("did not answer");
        assertThat(second.failures().stream().map(HarvestReport.Failure::server))
                .contains("shop");
        assertThat(second.status()).isEqualTo("done_with_failures");
    }

    @Test
    @Order(1)
    void listsWhatIsHeldAndWhatToDo() {
        var listed = program.run("holds", "--database", "cleaned");
        assertThat(listed.out()).contains("erp/cleaned", "too-many-losses", "a.t1 table", "release ", "reject ");
        var json = program.run("holds", "--json", "--database", "cleaned").json();
        assertThat(json.at("/items/0/objects").size()).isEqualTo(30);
        assertThat(program.run("release", "4711").code()).isEqualTo(2);
        assertThat(program.run("release", "erp/nothing*").code()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void takesTheListAwayOnceACleanUpIsReleasedThreeNightsLater() throws Exception {
        harvest();
        harvest();
        execute("cleaned", "DROP TABLE b.t20");
        var released = program.run("release", "erp/clean*", "--note", "cleaned up", "--json");

        assertThat(released.code()).isEqualTo(3);
        assertThat(events("cleaned", "removed").stream().filter("release"::equals))
                .hasSize(30);
        assertThat(store.list(
                        "SELECT h.state FROM granary.hold h JOIN granary.database d ON d.id = h.database_id"
                                + " WHERE d.name = 'cleaned' AND ? > 0 ORDER BY h.id",
                        1))
                .containsExactly("applied", "open");
        assertThat(program.run("holds", "--json", "--database", "cleaned")
                        .json()
                        .at("/items/0/objects/0/name")
                        .asString())
                .isEqualTo("t20");
    }

    @Test
    @Order(3)
    void asksNoMoreAboutWhatWasRejected() throws Exception {
        assertThat(program.run("reject", "erp/kept", "--json").code()).isZero();
        harvest();
        assertThat(outcome("kept")).isEqualTo("unchanged");
        assertThat(program.run("reject", "erp/kept").code()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void doesWhatARequestInTheStoreAsksFor() throws Exception {
        int hold = program.run("holds", "--json", "--database", "replaced")
                .json()
                .at("/items/0/id")
                .asInt();
        int request = request("release", "{\"hold\":%d}".formatted(hold));
        int odd = request("dance", "{}");
        int nowhere = request("harvest", "{\"server\":\"nowhere\"}");

        assertThat(ended(request)).isEqualTo("done");
        assertThat(ended(odd)).isEqualTo("refused");
        assertThat(ended(nowhere)).isEqualTo("refused");
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!"applied".equals(holdState(hold)) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(holdState(hold)).isEqualTo("applied");
    }

    @Test
    @Order(5)
    void closesAHoldByItselfOnceTheLoginSeesAgain() throws Exception {
        execute("revoked", "GRANT VIEW DEFINITION TO harvest");
        harvest();
        assertThat(outcome("revoked")).isEqualTo("published");
        assertThat(count("SELECT count(*) FROM granary.hold o", "revoked' AND o.state = 'superseded"))
                .isEqualTo(1);
    }

    private static String holdState(int hold) {
        return store.list("SELECT state FROM granary.hold WHERE id = ?", hold).getFirst();
    }

    private static int request(String kind, String body) {
        return store.owner()
                .sql(
                        "INSERT INTO granary.request (kind, body, requested_by) VALUES (?, CAST(? AS jsonb), 'test') RETURNING id")
                .param(kind)
                .param(body)
                .query(Integer.class)
                .single();
    }

    private static String ended(int request) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        String outcome = null;
        while (outcome == null && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            outcome = store.list("SELECT coalesce(outcome, '') FROM granary.request WHERE id = ?", request)
                    .getFirst();
            outcome = outcome.isEmpty() ? null : outcome;
        }
        return String.valueOf(outcome);
    }

    private static HarvestReport harvest() throws Exception {
        var runs = harvester.getBean(HarvestRuns.class);
        return runs.await(runs.start(HarvestRequest.EVERYTHING));
    }

    private static String outcome(String database) {
        return store.list(
                        "SELECT concat_ws(' ', w.outcome, w.code) FROM granary.work w JOIN granary.database d ON d.id = w.database_id"
                                + " WHERE ? > 0 AND d.name = '" + database + "' ORDER BY w.run_id DESC LIMIT 1",
                        1)
                .getFirst();
    }

    private static List<String> events(String database, String event) {
        return store.list(
                "SELECT c.cause FROM granary.change c JOIN granary.database d ON d.id = c.database_id WHERE ? > 0 AND d.name = '"
                        + database + "' AND c.event = '" + event + "'",
                1);
    }

    private static long count(String select, String database) {
        var of = select.endsWith("database o")
                ? "o.name"
                : "(SELECT name FROM granary.database d WHERE d.id = o.database_id)";
        return store.count(select + " WHERE ? > 0 AND " + of + " = '" + database + "'", 1);
    }

    private static String stale(String database) {
        return store.list("SELECT stale_reason FROM granary.database WHERE ? > 0 AND name = '" + database + "'", 1)
                .getFirst();
    }

    /** Three schemas of so many tables each, which the login may see. */
    private static void create(String database, int tables) throws SQLException {
        engine.run("CREATE DATABASE " + database);
        var batches = new ArrayList<String>();
        for (var schema : List.of("a", "b", "audit")) {
            batches.add("CREATE SCHEMA " + schema);
            for (int i = 1; i <= tables; i++) {
                batches.add("CREATE TABLE %s.t%d (id int NOT NULL, name nvarchar(50) NULL)".formatted(schema, i));
            }
        }
        batches.add("CREATE USER harvest FOR LOGIN harvest");
        batches.add("GRANT VIEW DEFINITION TO harvest");
        execute(database, batches.toArray(String[]::new));
    }

    private static void dropMost(String database) throws SQLException {
        var batches = new ArrayList<String>();
        for (int i = 1; i <= 15; i++) {
            batches.add("DROP TABLE a.t" + i);
            batches.add("DROP TABLE b.t" + i);
        }
        execute(database, batches.toArray(String[]::new));
    }

    private static void execute(String database, String... batches) throws SQLException {
        var url = "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;databaseName=%s".formatted(server.port(), database);
        try (var connection = DriverManager.getConnection(url, "sa", TestProgram.CANARY);
                var statement = connection.createStatement()) {
            for (var batch : batches) {
                statement.execute(batch);
            }
        }
    }

    private static String servers(String excludedSchemas) {
        return "servers:\n"
                + TestProgram.server("erp", server.port())
                        .lines()
                        .collect(Collectors.joining("\n"))
                        .replace("username: sa", "username: harvest")
                + "\n    schemas: {include: [\"*\"], exclude: " + excludedSchemas + "}\n"
                + TestProgram.server("shop", other.port());
    }
}

package dev.granary.query.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.comparison.HarvestFormat;
import dev.granary.content.CanonicalJson;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.DatabaseOptions;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffTest {

    private static TestStore store;
    private static Connection connection;
    private static TestCatalogue catalogue;
    private static TestService service;
    private static int server;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        server = catalogue.server("erp-prod");
        service = new TestService(store);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @Test
    void comparesTwoSnapshotsOfOneDatabase() {
        int database = catalogue.database(server, "one", "Latin1_General_100_CI_AS");
        catalogue.place(database, ObjectKind.TABLE, "dbo", "same", columns("int"), null);
        int altered = catalogue.place(database, ObjectKind.TABLE, "dbo", "altered", columns("bigint"), null);
        reopen(altered, columns("int"), "altered");
        int renamed = catalogue.place(database, ObjectKind.TABLE, "dbo", "new", columns("int"), null);
        reopen(renamed, columns("int"), "old");
        since2(catalogue.place(database, ObjectKind.TABLE, "dbo", "added", columns("int"), null));
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);

        var forwards = diff("left=%d&right=%d&leftSnapshot=1".formatted(database, database));
        var backwards = diff("left=%d&right=%d&rightSnapshot=1".formatted(database, database));

        assertThat(words(forwards))
                .containsExactly("added added []", "altered altered [type-widened]", "new renamed []");
        assertThat(words(backwards))
                .containsExactly("added removed []", "altered altered [type-narrowed]", "old renamed []");
        assertThat(forwards.path("equal").asBoolean()).isFalse();
        assertThat(diff("left=%d&right=%d".formatted(database, database))
                        .path("equal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void comparesTwoDatabasesByTheirTreesAndOnlyInThePartsThatAreAskedFor() {
        int left = tree(
                "left",
                Map.of(
                        "same",
                        columns("int"),
                        "altered",
                        columns("int"),
                        "gone",
                        columns("int"),
                        "told",
                        described("a")));
        int right = tree(
                "right",
                Map.of(
                        "same",
                        columns("int"),
                        "altered",
                        columns("varchar(9)"),
                        "come",
                        columns("int"),
                        "told",
                        described("b")));

        var structure = diff("left=erp-prod/left&right=" + right);
        var descriptions = diff("left=%d&right=%d&parts=descriptions,structure".formatted(left, right));

        assertThat(words(structure))
                .containsExactly("altered altered [type-changed]", "come added []", "gone removed []");
        assertThat(words(descriptions)).hasSize(4).contains("told altered [description-changed]");
        assertThat(structure.at("/left/database").asString()).isEqualTo("left");
        assertThat(diff("left=%d&right=%d".formatted(left, left)).path("equal").asBoolean())
                .isTrue();
    }

    @Test
    void takesOptionsOfADatabaseForNoDifferenceUnlessAskedForThemAndItsCollationForOne() {
        int database = catalogue.database(server, "set_up", "Latin1_General_100_CI_AS");
        reopen(
                catalogue.place(database, ObjectKind.DATABASE, null, "set_up", options("A", 160, "simple"), null),
                ObjectKind.DATABASE,
                options("A", 150, "full"),
                "set_up");
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);
        int moved = catalogue.database(server, "moved", "Latin1_General_100_CI_AS");
        reopen(
                catalogue.place(moved, ObjectKind.DATABASE, null, "moved", options("B", 160, "full"), null),
                ObjectKind.DATABASE,
                options("A", 150, "full"),
                "moved");
        catalogue.snapshot(moved, 1);
        catalogue.snapshot(moved, 2);

        var sides = "leftSnapshot=1&left=%1$d&right=%1$d";
        assertThat(diff(sides.formatted(database)).path("equal").asBoolean()).isTrue();
        assertThat(words(diff(sides.formatted(database) + "&parts=structure,options")))
                .containsExactly("set_up altered [database-option-changed, database-option-changed]");
        assertThat(words(diff(sides.formatted(moved)))).containsExactly("moved altered [collation-changed]");
    }

    private static Map<Aspect, PartContent> options(String collation, int compatibility, String recovery) {
        return Map.of(Aspect.DATABASE, DatabaseOptions.ordinary(collation, compatibility, recovery, false));
    }

    @Test
    void takesWhatAnOlderGranaryCouldNotTellForNoDifferenceInEitherDirection() {
        int database = catalogue.database(server, "upgraded", "Latin1_General_100_CI_AS");
        reopen(
                catalogue.place(database, ObjectKind.TABLE, "dbo", "told_more", fileStream(), null),
                columns("int"),
                "told_more");
        since2(catalogue.place(database, ObjectKind.ASSEMBLY, null, "listed_now", Map.of(), null));
        since2(catalogue.place(database, ObjectKind.TABLE, "dbo", "made", columns("int"), null));
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);
        toldByThisVersion(database, 2);

        var sides = "left=%1$d&right=%1$d".formatted(database);
        assertThat(words(diff(sides + "&leftSnapshot=1"))).containsExactly("made added []");
        assertThat(words(diff(sides + "&rightSnapshot=1"))).containsExactly("made removed []");
        toldByThisVersion(database, 1);
        assertThat(words(diff(sides + "&leftSnapshot=1")))
                .containsExactly(
                        "listed_now added []", "made added []", "told_more altered [column-option-changed]");
    }

    @Test
    void takesWhatTheOlderOfTwoGranariesCouldNotTellForNoDifferenceOfTheirDatabases() {
        int newer = tree("told_by_newer", Map.of("told_differently", fileStream()));
        toldByThisVersion(newer, 1);
        int older = tree("told_by_older", Map.of("told_differently", columns("int")));

        for (var sides : List.of("left=%d&right=%d", "left=%2$d&right=%1$d")) {
            var diff = diff(sides.formatted(newer, older));
            assertThat(words(diff)).isEmpty();
            assertThat(diff.path("equal").asBoolean()).isTrue();
        }
    }

    private static void toldByThisVersion(int database, int sequence) {
        var format = HarvestFormat.current().json();
        catalogue
                .sql()
                .sql("INSERT INTO granary.harvest_format (body) VALUES (?) ON CONFLICT DO NOTHING")
                .param(format)
                .update();
        catalogue
                .sql()
                .sql("UPDATE granary.snapshot SET format_id = (SELECT id FROM granary.harvest_format WHERE body = ?)"
                        + " WHERE database_id = ? AND sequence = ?")
                .params(format, database, sequence)
                .update();
    }

    /** The second format of columns was the first to tell whether they are kept in files. */
    private static Map<Aspect, PartContent> fileStream() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(new Column(
                        "a", "int", false, null, null, null, false, null, null, null, false, false, false, null, false,
                        null, null, false, null, true))));
    }

    @Test
    void saysWhichPartsItCouldNotCompare() {
        var unknown = new TreeMap<Aspect, PartContent>(columns("int"));
        unknown.put(Aspect.CHECKS, null);
        int left = tree("known", Map.of("t", columns("int")));
        int right = tree("unknown", Map.of("t", unknown));

        var diff = diff("left=%d&right=%d".formatted(left, right));

        assertThat(diff.path("equal").asBoolean()).isTrue();
        assertThat(diff.path("notCompared").toString())
                .isEqualTo("[{\"kind\":\"table\",\"schema\":\"dbo\",\"name\":\"t\",\"part\":\"checks\"}]");
    }

    @Test
    void refusesToTakeWhatTheStoreLacksForADifference() {
        int whole = tree("whole", Map.of("kept", columns("int")));
        int withoutDefinition =
                rooted("without_definition", node("[[\"table\",\"kept\",\"%1$s\",\"%1$s\"]]".formatted(sha("no definition"))));
        int withoutBucket = rooted("without_bucket", sha("no bucket"));

        for (int other : List.of(withoutDefinition, withoutBucket)) {
            var sides = "left=%d&right=%d".formatted(whole, other);
            await().until(() -> service.get("/api/v1/diff?" + sides).statusCode() != 404);
            assertThat(problem(sides))
                    .startsWith("503 /problems/unavailable: The store lacks 1 of the pieces")
                    .contains("try again");
        }
    }

    @Test
    void answersFromOneStateThoughItsTreesAreCollectedMeanwhile() throws Exception {
        int left = tree("collected_left", Map.of("collected", columns("int")));
        int right = tree("collected_right", Map.of("collected", columns("bigint")));
        var sides = "left=%d&right=%d".formatted(left, right);
        diff(sides);

        try (var collector = store.superuser();
                var statement = collector.createStatement();
                var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            collector.setAutoCommit(false);
            statement.execute("LOCK TABLE granary.tree_node IN ACCESS EXCLUSIVE MODE");
            var answer = asking.submit(() -> diff(sides));
            await().until(() -> catalogue
                    .sql()
                    .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                    .query(Boolean.class)
                    .single());
            statement.execute("DELETE FROM granary.tree_node WHERE body LIKE '%\"collected\"%'");
            collector.commit();

            assertThat(words(answer.get())).containsExactly("collected altered [type-widened]");
        }
    }

    @Test
    void answersFromKeptSnapshotsOnlyAndNamesTheNearestWhereOneWasThinned() {
        int database = catalogue.database(server, "thinned", "Latin1_General_100_CI_AS");
        for (int sequence = 1; sequence <= 5; sequence++) {
            catalogue.snapshot(database, sequence);
            catalogue
                    .sql()
                    .sql(
                            "UPDATE granary.snapshot SET read_from = make_timestamptz(2026, 11, ?, 2, 0, 0, 'UTC'), read_to = make_timestamptz(2026, 11, ?, 2, 0, 0, 'UTC'),"
                                    + " thinned_at = CASE WHEN ? IN (1, 3) THEN now() END WHERE database_id = ? AND sequence = ?")
                    .params(sequence, sequence, sequence, database, sequence)
                    .update();
        }
        var sides = "left=%d&right=%d".formatted(database, database);

        assertThat(diff(sides + "&leftAt=2026-11-03T12:00:00Z")
                        .at("/left/snapshot")
                        .asInt())
                .isEqualTo(2);
        assertThat(problem(sides + "&leftSnapshot=3"))
                .isEqualTo("410 /problems/thinned: Snapshot 3 of database thinned was thinned;"
                        + " the nearest that is kept is 2, read until 2026-11-02T02:00:00Z");
        assertThat(problem(sides + "&rightAt=2026-11-01T12:00:00Z"))
                .startsWith("410 /problems/thinned: Snapshot 1 of database thinned was thinned;"
                        + " the nearest that is kept is 2,");
        assertThat(problem(sides + "&rightAt=2026-10-01T12:00:00Z")).startsWith("404 /problems/not-found");
    }

    private static String problem(String query) {
        var answer = service.get("/api/v1/diff?" + query);
        var problem = JsonMapper.shared().readTree(answer.body());
        return "%d %s: %s"
                .formatted(
                        answer.statusCode(),
                        problem.path("type").asString(),
                        problem.path("detail").asString());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(service.get("/api/v1/diff?left=1").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/diff?left=nobody&right=nobody").statusCode())
                .isEqualTo(400);
        int database = tree("alone", Map.of());
        var sides = "left=%d&right=%d".formatted(database, database);
        diff(sides);
        assertThat(service.get("/api/v1/diff?parts=colour&" + sides).statusCode())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/diff?leftSnapshot=7&" + sides).statusCode())
                .isEqualTo(404);
    }

    private static JsonNode diff(String query) {
        // A database that was just made is not among the pointers yet.
        await().until(() -> service.get("/api/v1/diff?" + query).statusCode() != 404);
        var answer = service.get("/api/v1/diff?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> words(JsonNode diff) {
        return diff.path("items")
                .valueStream()
                .map(item -> "%s %s %s"
                        .formatted(
                                item.path("name").asString(),
                                item.path("event").asString(),
                                item.path("changes")
                                        .valueStream()
                                        .map(c -> c.path("type").asString())
                                        .toList()))
                .toList();
    }

    private static Map<Aspect, PartContent> columns(String type) {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(new Column(
                        "a", type, false, null, null, null, false, null, null, null, false, false, false, null,
                        false))));
    }

    private static Map<Aspect, PartContent> described(String text) {
        var parts = new TreeMap<>(columns("int"));
        parts.put(Aspect.DESCRIPTIONS, new Descriptions(List.of(new Description(null, null, "MS_Description", text))));
        return parts;
    }

    /** What the object was until the second snapshot. */
    private static void reopen(int object, Map<Aspect, PartContent> parts, String name) {
        reopen(object, ObjectKind.TABLE, parts, name);
    }

    private static void reopen(int object, ObjectKind kind, Map<Aspect, PartContent> parts, String name) {
        int before = catalogue.definition(kind, parts);
        catalogue
                .sql()
                .sql(
                        "INSERT INTO granary.placement_closed (object_id, database_id, schema_name_id, name_id, definition_id,"
                                + " from_sequence, to_sequence, kind) SELECT object_id, database_id, schema_name_id, ?, ?, 1, 2, kind"
                                + " FROM granary.placement_current WHERE object_id = ?")
                .params(catalogue.name(name), before, object)
                .update();
        since2(object);
    }

    private static void since2(int object) {
        catalogue
                .sql()
                .sql("UPDATE granary.placement_current SET from_sequence = 2 WHERE object_id = ?")
                .param(object)
                .update();
    }

    /** A database of tables in one schema and one bucket, with its tree. */
    private static int tree(String name, Map<String, Map<Aspect, PartContent>> tables) {
        int database = catalogue.database(server, name, "Latin1_General_100_CI_AS");
        var bucket = new StringBuilder("[");
        var structure = new StringBuilder("[");
        new TreeMap<>(tables).forEach((table, parts) -> {
            catalogue.place(database, ObjectKind.TABLE, "dbo", table, parts, null);
            var whole = catalogue.hash(catalogue.definition(ObjectKind.TABLE, parts));
            var structural = new TreeMap<>(parts);
            structural.remove(Aspect.DESCRIPTIONS);
            var part = catalogue.hash(catalogue.definition(ObjectKind.TABLE, structural));
            bucket.append(bucket.length() == 1 ? "" : ",")
                    .append("[\"table\",\"%s\",\"%s\",\"%s\"]".formatted(table, whole, part));
            structure.append("[\"%s\",\"%s\"]".formatted(table, part));
        });
        return rooted(database, node(bucket.append(']').toString()), sha(structure.toString()));
    }

    /** A database of one schema and one bucket, which need not be there. */
    private static int rooted(String name, String bucket) {
        return rooted(catalogue.database(server, name, "Latin1_General_100_CI_AS"), bucket, bucket);
    }

    private static int rooted(int database, String bucketHash, String bucketStructure) {
        var schemaHash = node("[[0,\"%s\",\"%s\"]]".formatted(bucketHash, bucketStructure));
        var root = node(
                "{\"database\":null,\"schemas\":[[\"dbo\",\"%s\",\"%s\"]]}".formatted(schemaHash, bucketStructure));
        catalogue.snapshot(database, 1);
        catalogue
                .sql()
                .sql(
                        "UPDATE granary.snapshot SET tree_hash = decode(?, 'hex'), structure_hash = decode(?, 'hex') WHERE database_id = ?")
                .params(root, bucketStructure, database)
                .update();
        return database;
    }

    private static String node(String body) {
        catalogue
                .sql()
                .sql("INSERT INTO granary.tree_node (hash, body) VALUES (decode(?, 'hex'), ?) ON CONFLICT DO NOTHING")
                .params(sha(body), body)
                .update();
        return sha(body);
    }

    private static String sha(String text) {
        return new CanonicalJson().write(text).hash().hex();
    }
}

package dev.granary.query.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.comparison.HarvestFormat;
import dev.granary.content.CanonicalJson;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store, a service and databases to compare in them: of tables placed one by one, or as trees. */
final class TestDiffs implements AutoCloseable {

    private final TestStore store = TestStore.start();
    private final Connection connection = store.superuser();
    private final TestCatalogue catalogue = new TestCatalogue(connection);
    private final int server = catalogue.server("erp-prod");
    private final TestService service = new TestService(store);

    TestDiffs() throws IOException, SQLException {}

    TestCatalogue catalogue() {
        return catalogue;
    }

    Connection superuser() throws SQLException {
        return store.superuser();
    }

    int database(String name) {
        return catalogue.database(server, name, "Latin1_General_100_CI_AS");
    }

    int status(String query) {
        return service.get("/api/v1/diff?" + query).statusCode();
    }

    void toldByThisVersion(int database, int sequence) {
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
    static Map<Aspect, PartContent> fileStream() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(new Column(
                        "a", "int", false, null, null, null, false, null, null, null, false, false, false, null, false,
                        null, null, false, null, true))));
    }

    void sections(int database, int sequence, String json) {
        catalogue
                .sql()
                .sql("UPDATE granary.snapshot SET sections = ?::jsonb WHERE database_id = ? AND sequence = ?")
                .params(json.replace('\'', '"'), database, sequence)
                .update();
    }

    static List<String> notCompared(JsonNode diff) {
        return diff.path("notCompared")
                .valueStream()
                .map(what -> "%s %s %s %s %s"
                        .formatted(
                                what.path("side").asString(),
                                what.path("kind").asString(),
                                what.path("name").asString(),
                                what.path("part").asString(),
                                what.path("status").asString()))
                .toList();
    }

    String problem(String query) {
        var answer = service.get("/api/v1/diff?" + query);
        var problem = JsonMapper.shared().readTree(answer.body());
        return "%d %s: %s"
                .formatted(
                        answer.statusCode(),
                        problem.path("type").asString(),
                        problem.path("detail").asString());
    }

    JsonNode diff(String query) {
        // A database that was just made is not among the pointers yet.
        await().until(() -> status(query) != 404);
        return askOnce(query);
    }

    JsonNode askOnce(String query) {
        var answer = service.get("/api/v1/diff?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    static List<String> words(JsonNode diff) {
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

    static Map<Aspect, PartContent> columns(String type) {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(new Column(
                        "a", type, false, null, null, null, false, null, null, null, false, false, false, null,
                        false))));
    }

    static Map<Aspect, PartContent> described(String text) {
        var parts = new TreeMap<>(columns("int"));
        parts.put(Aspect.DESCRIPTIONS, new Descriptions(List.of(new Description(null, null, "MS_Description", text))));
        return parts;
    }

    /** What the object was until the second snapshot. */
    void reopen(int object, Map<Aspect, PartContent> parts, String name) {
        reopen(object, ObjectKind.TABLE, parts, name);
    }

    void reopen(int object, ObjectKind kind, Map<Aspect, PartContent> parts, String name) {
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

    void since2(int object) {
        catalogue
                .sql()
                .sql("UPDATE granary.placement_current SET from_sequence = 2 WHERE object_id = ?")
                .param(object)
                .update();
    }

    /** A database of tables in one schema and one bucket, with its tree. */
    int tree(String name, Map<String, Map<Aspect, PartContent>> tables) {
        int database = database(name);
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
    int rooted(String name, String bucket) {
        return rooted(database(name), bucket, bucket);
    }

    int rooted(int database, String bucketHash, String bucketStructure) {
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

    String node(String body) {
        catalogue
                .sql()
                .sql("INSERT INTO granary.tree_node (hash, body) VALUES (decode(?, 'hex'), ?) ON CONFLICT DO NOTHING")
                .params(sha(body), body)
                .update();
        return sha(body);
    }

    static String sha(String text) {
        return new CanonicalJson().write(text).hash().hex();
    }

    @Override
    public void close() throws IOException, SQLException {
        service.close();
        connection.close();
        store.close();
    }
}

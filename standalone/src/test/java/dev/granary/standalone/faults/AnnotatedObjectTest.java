package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people said of an object, while its server renames, rebuilds and drops it and retention forgets what it was. */
class AnnotatedObjectTest {

    private static final String OBJECT = "/api/v1/servers/erp/databases/orders/object?schema=dbo&name=";

    @TempDir
    private Path folder;

    private Canary canary;
    private Granary granary;
    private Source source;

    @BeforeEach
    void start() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        source = Source.start("erp", "orders");
        source.runIn("orders", "CREATE TABLE dbo.ledger (id int NOT NULL PRIMARY KEY, note nvarchar(20) NULL)");
        granary.register(source.entry());
        harvest("full");
    }

    @AfterEach
    void stop() throws IOException {
        source.close();
        granary.close();
        canary.close();
    }

    @Test
    void staysTaggedAndNotedThroughARenameAndARebuildAndWhenItIsGone() {
        int object = id("ledger");
        annotate(object);

        source.runIn("orders", "EXEC sp_rename 'dbo.ledger', 'journal'");
        harvest("full");
        assertThat(status("ledger")).isEqualTo(404);
        assertThat(id("journal")).isEqualTo(object);
        assertIsAnnotated(object);
        assertThat(events(object)).containsExactly("null ledger", "renamed journal");

        source.runIn("orders", """
                DROP TABLE dbo.journal
                GO
                CREATE TABLE dbo.journal (id int NOT NULL PRIMARY KEY, note nvarchar(20) NULL, amount money NULL)
                """);
        harvest("incremental");
        assertThat(id("journal")).isEqualTo(object);
        assertThat(granary.rest().get(OBJECT + "journal").path("columns")).hasSize(3);
        assertThat(granary.rest().get(OBJECT + "journal").path("tags").toString())
                .isEqualTo("[\"audit\",\"pii\"]");
        assertIsAnnotated(object);
        assertThat(events(object)).containsExactly("null ledger", "renamed journal", "re-created journal");

        source.runIn("orders", "DROP TABLE dbo.journal");
        harvest("full");
        assertThat(granary.rest().status("/api/v1/objects/" + object)).isEqualTo(404);
        assertIsAnnotated(object);

        source.runIn("orders", "CREATE TABLE dbo.journal (id int NOT NULL PRIMARY KEY)");
        harvest("full");
        int another = id("journal");
        assertThat(another).isNotEqualTo(object);
        assertThat(granary.rest()
                        .get("/api/v1/objects/%d/tags".formatted(another))
                        .path("items"))
                .isEmpty();

        var retained = granary.run(
                Map.of(
                        "granary.retention.all", "P0D",
                        "granary.retention.daily", "P0D",
                        "granary.retention.weekly", "P0D",
                        "granary.retention.monthly", "P0D",
                        "granary.retention.grace", "PT0S"),
                "retain",
                "--json");
        assertThat(retained.code()).as(retained.toString()).isZero();
        assertThat(retained.json().path("placements").asInt()).isPositive();
        assertThat(granary.rest().status("/api/v1/objects/%d/history".formatted(object)))
                .isEqualTo(404);
        assertIsAnnotated(object);
    }

    private void annotate(int object) {
        var path = "/api/v1/objects/" + object;
        for (var tag : List.of("pii", "audit")) {
            assertThat(granary.rest().send("PUT", path + "/tags/" + tag, "").statusCode())
                    .isEqualTo(200);
        }
        for (var text : List.of("Ask finance first", "Größer als gedacht")) {
            assertThat(granary.rest()
                            .send("POST", path + "/notes", "{\"text\":\"%s\"}".formatted(text))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private void assertIsAnnotated(int object) {
        assertThat(list(object, "tags", "tag")).containsExactly("audit", "pii");
        assertThat(list(object, "notes", "text")).containsExactly("Größer als gedacht", "Ask finance first");
    }

    private List<String> list(int object, String list, String field) {
        var items = granary.rest()
                .get("/api/v1/objects/%d/%s".formatted(object, list))
                .path("items");
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    private List<String> events(int object) {
        var items = granary.rest()
                .get("/api/v1/objects/%d/history".formatted(object))
                .path("items");
        return items.valueStream().map(AnnotatedObjectTest::event).toList();
    }

    private static String event(JsonNode item) {
        return "%s %s"
                .formatted(
                        item.path("event").asString("null"), item.path("name").asString());
    }

    private int id(String table) {
        return granary.rest().get(OBJECT + table).path("id").asInt();
    }

    private int status(String table) {
        return granary.rest().status(OBJECT + table);
    }

    private void harvest(String mode) {
        var ended = granary.harvest("--mode", mode);
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/published").asInt())
                .as(ended.toString())
                .isEqualTo(1);
    }
}

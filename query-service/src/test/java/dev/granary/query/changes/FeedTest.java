package dev.granary.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.ObjectKind;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedTest {

    private static final int PUBLISHERS = 8;
    private static final int ROUNDS = 5;
    private static final int EVENTS = 40;

    private static TestStore store;
    private static Connection connection;
    private static TestCatalogue catalogue;
    private static TestService service;
    private static int database;
    private static int object;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        database = catalogue.database(catalogue.server("erp-prod"), "ERP", "Latin1_General_100_CI_AS");
        object = catalogue.place(database, ObjectKind.TABLE, "dbo", "Orders", Map.of(), null);
        catalogue.snapshot(database, 1);
        service = new TestService(store);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @Test
    void showsEveryEventExactlyOnceToAReaderThatPollsDuringEightPublicationsOfDifferentLength() throws Exception {
        var before = seen(end(null), new ArrayList<>());
        var published = new ArrayList<Future<List<String>>>();
        var read = new ArrayList<String>();
        var position = before;
        try (var publishers = Executors.newFixedThreadPool(PUBLISHERS)) {
            for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
                int number = publisher;
                published.add(publishers.submit(() -> publish(number)));
            }
            while (!published.stream().allMatch(Future::isDone)) {
                position = seen(position, read);
            }
        }
        seen(seen(position, read), read);

        var expected = new ArrayList<String>();
        for (var publication : published) {
            expected.addAll(publication.get());
        }
        assertThat(expected).hasSize(PUBLISHERS * ROUNDS * EVENTS);
        assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A publication writes its events one by one and ends when it is through: the later its number, the longer it stays open. */
    private static List<String> publish(int publisher) throws Exception {
        var events = new ArrayList<String>();
        try (var own = store.superuser()) {
            own.setAutoCommit(false);
            for (int round = 0; round < ROUNDS; round++) {
                for (int event = 1; event <= EVENTS; event++) {
                    var name = "p%d-%d-%d".formatted(publisher, round, event);
                    change(own, event, "altered", "{\"oldName\":\"%s\"}".formatted(name));
                    events.add(name);
                    if (event % (PUBLISHERS - publisher) == 0) {
                        Thread.sleep(publisher);
                    }
                }
                own.commit();
            }
        }
        return events;
    }

    private static void change(Connection connection, int ordinal, String event, String detail) throws Exception {
        try (var insert = connection.prepareStatement(
                "INSERT INTO granary.change (ordinal, database_id, sequence, object_id, event, breaking, cause, detail)"
                        + " VALUES (?, ?, 2, ?, ?, true, 'source', ?::jsonb)")) {
            insert.setInt(1, ordinal);
            insert.setInt(2, database);
            insert.setInt(3, object);
            insert.setString(4, event);
            insert.setString(5, detail);
            insert.executeUpdate();
        }
    }

    /** Reads one page; returns where to go on. */
    private static String seen(String position, List<String> read) {
        var page = service.json("/api/v1/changes?limit=7&after=" + position);
        page.path("items").forEach(item -> read.add(item.path("name").asString()));
        return page.path("items").isEmpty() || page.path("items").size() < 7
                ? page.path("next").asString()
                : seen(page.path("next").asString(), read);
    }

    private static String end(String position) {
        return service.json("/api/v1/changes" + (position == null ? "" : "?after=" + position))
                .path("next")
                .asString();
    }

    @Test
    void tellsAnEventWithItsTypedDifferences() throws Exception {
        var from = seen(end(null), new ArrayList<>());
        change(
                connection,
                1,
                "altered",
                "{\"aspects\":[\"columns\"],\"oldSchema\":\"dbo\",\"oldName\":\"Orders\",\"more\":3,\"changes\":[{\"type\":\"type-narrowed\",\"on\":\"a\",\"old\":\"int\",\"new\":\"smallint\",\"breaking\":true}]}");

        var page = service.json("/api/v1/databases/" + database + "/changes?after=" + from);

        var item = page.path("items").get(0);
        assertThat(item.propertyNames())
                .containsExactly(
                        "position",
                        "at",
                        "server",
                        "database",
                        "objectId",
                        "kind",
                        "schema",
                        "name",
                        "oldSchema",
                        "oldName",
                        "event",
                        "breaking",
                        "cause",
                        "snapshot",
                        "changes",
                        "more");
        assertThat(item.path("changes").toString())
                .isEqualTo(
                        "[{\"type\":\"type-narrowed\",\"on\":\"a\",\"property\":null,\"old\":\"int\",\"new\":\"smallint\",\"breaking\":true,\"cause\":null}]");
        assertThat(item.path("server").asString()).isEqualTo("erp-prod");
        assertThat(item.path("kind").asString()).isEqualTo("table");
        assertThat(item.path("name").asString()).isEqualTo("Orders");
        assertThat(item.path("oldName").isNull()).isTrue();
        assertThat(item.path("more").asInt()).isEqualTo(3);
        assertThat(names("after=" + from + "&event=removed")).isEmpty();
        assertThat(names("after=" + from + "&breaking=false")).isEmpty();
        assertThat(names("after=" + from + "&name=ord*&server=erp*")).hasSize(1);
        assertThat(names("after=" + from + "&name=inv*")).isEmpty();
        assertThat(names("after=" + item.path("position").asString())).isEmpty();
    }

    @Test
    void tellsTheNamesThatAnEventWasWrittenWithAlsoWhereItsPlacementWasThinned() throws Exception {
        var from = seen(end(null), new ArrayList<>());
        change(
                connection,
                1,
                "renamed",
                "{\"schema\":\"sales\",\"name\":\"new\",\"oldSchema\":\"sales\",\"oldName\":\"old\"}");
        change(connection, 1, "added", "{\"schema\":\"sales\",\"name\":\"come\",\"oldSchema\":null,\"oldName\":null}");
        change(connection, 1, "removed", "{\"oldSchema\":\"sales\",\"oldName\":\"gone\"}");
        change(connection, 1, "renamed", "{\"oldSchema\":\"sales\",\"oldName\":\"before\"}");

        var items = service.json("/api/v1/changes?after=" + from).path("items");

        assertThat(items)
                .extracting(item -> "%s.%s was %s.%s"
                        .formatted(
                                item.path("schema").asString(""),
                                item.path("name").asString(""),
                                item.path("oldSchema").asString(""),
                                item.path("oldName").asString("")))
                .containsExactly("sales.new was .old", "sales.come was .", "sales.gone was .", ". was sales.before");
    }

    @Test
    void tellsWhatBecameOfADatabaseWithItsNamesAndItsTime() throws Exception {
        var from = seen(end(null), new ArrayList<>());
        ofDatabase("database-renamed", "{\"at\":\"2026-12-01T08:00:00+00:00\",\"name\":\"ERP\",\"oldName\":\"Books\"}");
        ofDatabase("database-removed", "{\"at\":\"2026-12-02T08:00:00+00:00\",\"name\":\"ERP\"}");
        ofDatabase("database-renamed", "{\"newName\":\"ERP\",\"oldName\":\"Accounts\"}");

        var items = service.json("/api/v1/changes?after=" + from).path("items");

        assertThat(items)
                .extracting(item -> "%s %s %s %s"
                        .formatted(
                                item.path("event").asString(),
                                item.path("at").asString(""),
                                item.path("name").asString(),
                                item.path("oldName").asString("")))
                .containsExactly(
                        "database-renamed 2026-12-01T08:00:00Z ERP Books",
                        "database-removed 2026-12-02T08:00:00Z ERP ",
                        "database-renamed  ERP Accounts");
        assertThat(names("event=database-renamed&after=" + from)).hasSize(2);
        assertThat(names("event=database-removed&since=2026-12-02T00:00:00Z&after=" + from))
                .containsExactly("ERP");
    }

    @Test
    void goesOnFromEveryPageOfOne() throws Exception {
        var from = seen(end(null), new ArrayList<>());
        var expected = new ArrayList<String>();
        for (int event = 1; event <= 3; event++) {
            change(connection, 1, "altered", "{\"name\":\"page%d\"}".formatted(event));
            expected.add("page" + event);
        }

        var read = new ArrayList<String>();
        for (int page = 0; page < 4; page++) {
            var answer = service.json("/api/v1/changes?limit=1&event=altered&after=" + from);
            answer.path("items").forEach(item -> read.add(item.path("name").asString()));
            from = answer.path("next").asString();
        }

        assertThat(read).isEqualTo(expected);
    }

    private static void ofDatabase(String event, String detail) {
        catalogue
                .sql()
                .sql("INSERT INTO granary.change (ordinal, database_id, sequence, event, breaking, cause, detail)"
                        + " VALUES (1, ?, 1, ?, true, 'source', ?::jsonb)")
                .params(database, event, detail)
                .update();
    }

    @Test
    void refusesAPositionThatItNeverGaveAndAnEventThatThereIsNot() {
        assertThat(service.get("/api/v1/changes?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/changes?event=exploded").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/changes?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/changes?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsAnObjectsHistory() throws Exception {
        int renamed = catalogue.place(database, ObjectKind.TABLE, "dbo", "after", Map.of(), null);
        catalogue
                .sql()
                .sql("UPDATE granary.placement_current SET from_sequence = 3, cause = 1 WHERE object_id = ?")
                .param(renamed)
                .update();
        catalogue
                .sql()
                .sql(
                        "INSERT INTO granary.placement_closed (object_id, database_id, schema_name_id, name_id, definition_id,"
                                + " from_sequence, to_sequence, kind) SELECT object_id, database_id, schema_name_id, ?, definition_id, 1, 3, kind"
                                + " FROM granary.placement_current WHERE object_id = ?")
                .params(catalogue.name("before"), renamed)
                .update();

        var items = service.json("/api/v1/objects/" + renamed + "/history").path("items");

        assertThat(items).extracting(i -> i.path("name").asString()).containsExactly("before", "after");
        assertThat(items).extracting(i -> i.path("cause").asString()).containsExactly("source", "reformat");
        assertThat(items.get(0).path("toSnapshot").asInt()).isEqualTo(3);
        assertThat(items.get(0).at("/since/firstSeenWith").asString()).isEqualTo("2026-11-22T10:00:05Z");
        assertThat(items.get(1).path("until").isNull()).isTrue();
        assertThat(service.get("/api/v1/objects/999999/history").statusCode()).isEqualTo(404);
    }

    private static List<String> names(String query) {
        var names = new ArrayList<String>();
        JsonNode page = service.json("/api/v1/changes?" + query);
        page.path("items").forEach(item -> names.add(item.path("name").asString()));
        return names;
    }
}

package dev.granary.query.holds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.ObjectKind;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import dev.granary.query.access.ApiKey;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HoldsTest {

    private static TestStore store;
    private static Connection connection;
    private static TestCatalogue catalogue;
    private static TestService service;
    private static String operator;
    private static String querier;
    private static int database;
    private static int held;
    private static int seen;
    private static int run;
    private static int hold;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        database = catalogue.database(catalogue.server("erp-prod"), "ERP", "Latin1_General_100_CI_AS");
        held = catalogue.place(database, ObjectKind.TABLE, "dbo", "held", Map.of(), null);
        seen = catalogue.place(database, ObjectKind.TABLE, "dbo", "seen", Map.of(), null);
        run = catalogue.snapshot(database, 1);
        hold = hold("open");
        item(hold, held, "NULL");
        item(hold, seen, "'{11,12}'");
        service = new TestService(store);
        operator = key("operator");
        querier = key("querier");
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @Test
    void listsHoldsByPatternsAndStateAPageAtATime() {
        int rejected = hold("rejected");
        int older = hold("superseded");

        var first = service.json("/api/v1/holds?server=ERP-*&database=e?p&limit=2");
        assertThat(ids(first)).isEqualTo("%d %d".formatted(older, rejected));
        var next = service.json("/api/v1/holds?server=ERP-*&database=e?p&limit=2&cursor="
                + first.path("next").asString());
        assertThat(ids(next)).isEqualTo("%d".formatted(hold));
        assertThat(next.path("next").isNull()).isTrue();
        var latest = service.json("/api/v1/holds?limit=2");
        assertThat(ids(latest)).isEqualTo(ids(first));
        assertThat(ids(service.json(
                        "/api/v1/holds?limit=2&cursor=" + latest.path("next").asString())))
                .isEqualTo(ids(next));
        assertThat(ids(service.json("/api/v1/holds?state=open"))).isEqualTo("%d".formatted(hold));
        assertThat(ids(service.json("/api/v1/holds?server=shop"))).isEmpty();
        assertThat(service.get("/api/v1/holds?state=closed").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsAHoldAndWhatItLists() {
        var body = service.json("/api/v1/holds/" + hold);
        assertThat(body.path("code").asString()).isEqualTo("too-many-losses");
        assertThat(body.path("objects").asInt()).isEqualTo(2);

        var first = service.json("/api/v1/holds/%d/objects?limit=1".formatted(hold));
        assertThat(first.at("/items/0/name").asString()).isEqualTo("held");
        assertThat(first.at("/items/0/parts")).isEmpty();
        var second = service.json("/api/v1/holds/%d/objects?limit=1&cursor=%s"
                .formatted(hold, first.path("next").asString()));
        assertThat(second.at("/items/0/name").asString()).isEqualTo("seen");
        assertThat(second.at("/items/0/parts")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(service.get("/api/v1/holds/4711").statusCode()).isEqualTo(404);
    }

    @Test
    void countsOpenHoldsOfADatabaseAndMarksItsUnconfirmedObjects() {
        assertThat(service.json("/api/v1/databases/" + database)
                        .path("openHolds")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.json("/api/v1/objects/" + held).path("unconfirmed").asBoolean())
                .isTrue();
        assertThat(service.json("/api/v1/objects/" + seen).path("unconfirmed").asBoolean(true))
                .isFalse();
        assertThat(service.json("/api/v1/databases/%d/objects?name=held".formatted(database))
                        .at("/items/0/unconfirmed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void writesARequestForAnOperatorAndNothingElse() {
        var answer = post("/api/v1/holds/%d/release".formatted(hold), operator, "{\"note\":\"checked with the DBA\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        var request = json(answer);
        assertThat(request.path("status").asString()).isEqualTo("queued");
        assertThat(catalogue
                        .sql()
                        .sql(
                                "SELECT kind || ' ' || (body ->> 'hold') || ' ' || (body ->> 'note') || ' ' || requested_by"
                                        + " FROM granary.request WHERE id = ?")
                        .param(request.path("id").asInt())
                        .query(String.class)
                        .single())
                .isEqualTo("release %d checked with the DBA %s".formatted(hold, operator.substring(0, 12)));
        assertThat(service.json("/api/v1/holds/" + hold).path("state").asString())
                .isEqualTo("open");
        assertThat(json(post("/api/v1/holds/%d/reject".formatted(hold), operator, ""))
                        .path("kind")
                        .asString())
                .isEqualTo("reject");
    }

    @Test
    void refusesADecisionAboutAHoldThatIsNotAsItWasSeen() {
        var path = "/api/v1/holds/%d/release".formatted(hold);
        var updatedAt = service.json("/api/v1/holds/" + hold).path("updatedAt").asString();

        assertThat(post(path, operator, "{\"updatedAt\":\"%s\"}".formatted(updatedAt))
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(path, operator, "{\"updatedAt\":\"2026-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/holds/1/release",
                "/api/v1/holds/1/reject",
                "/api/v1/harvests",
                "/api/v1/%68arvests",
                "/api/v1/harvests;x",
                "/api/v1;x=1/harvests",
                "/%61pi/v1/harvests",
                "/api/v1/%68olds/1/release",
                "/api/v1/holds;x/1/release",
                "/api/v1/servers",
                "/nowhere"
            })
    void refusesWhoIsNoOperatorHoweverThePathIsSpelt(String path) {
        assertThat(post(path, querier, "").statusCode()).isEqualTo(403);
        assertThat(post(path, key("reader"), "").statusCode()).isEqualTo(403);
    }

    @Test
    void takesEveryMethodThatDoesNotReadForOneThatChangesSomething() {
        var reader = key("reader");
        for (var method : new String[] {"PUT", "PATCH", "DELETE", "post", "BREW"}) {
            var request = HttpRequest.newBuilder(service.uri("/api/v1/harvests"))
                    .method(method, HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(service.send(request, "X-API-Key", reader).statusCode())
                    .as(method)
                    .isEqualTo(403);
        }
        var probe = HttpRequest.newBuilder(service.uri("/actuator/health/liveness"))
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(service.send(probe, "X-Nothing", "x").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesToDecideAboutWhatIsDecidedOrIsNot() {
        int applied = hold("applied");
        assertThat(post("/api/v1/holds/%d/release".formatted(applied), operator, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/holds/4711/release", operator, "").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/holds/%d/release".formatted(hold), operator, "{\"noet\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void releasesARejectedHoldAfterAllAndRejectsItNoSecondTime() {
        int rejected = hold("rejected");
        assertThat(post("/api/v1/holds/%d/release".formatted(rejected), operator, "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("/api/v1/holds/%d/reject".formatted(rejected), operator, "")
                        .statusCode())
                .isEqualTo(409);
        catalogue
                .sql()
                .sql("DELETE FROM granary.hold WHERE id = ?")
                .param(rejected)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"servr\":\"erp\"}",
                "{\"server\":\"\"}",
                "{\"mode\":\"quick\"}",
                "{\"database\":7}",
                "[]",
                "{",
                "{\"server\":\"\\u0000\"}"
            })
    void refusesAHarvestThatWouldNotBeWhatWasMeant(String body) {
        assertThat(post("/api/v1/harvests", operator, body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "json"})
    void refusesABodyThatIsDeclaredToBeOtherThanJsonAndSaysHowToDeclareIt(String type) {
        var answer = post("/api/v1/harvests", operator, "{\"server\":\"erp-*\"}", "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/unsupported-media-type");
        assertThat(json(answer).path("detail").asString()).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/problem+json"})
    void takesABodyThatIsDeclaredAsJson(String type) {
        assertThat(post("/api/v1/harvests", operator, "{\"server\":\"erp-*\"}", "Content-Type", type)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("/api/v1/harvests", operator, "", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void tellsWhatCameOfARequest() {
        var request = json(post("/api/v1/harvests", operator, "{\"server\":\"erp-*\",\"mode\":\"full\"}"));
        int id = request.path("id").asInt();
        catalogue
                .sql()
                .sql("UPDATE granary.request SET taken_at = now(), outcome = 'done', run_id = ? WHERE id = ?")
                .param(run)
                .param(id)
                .update();
        assertThat(service.json("/api/v1/requests/" + id).path("run").asInt()).isEqualTo(run);
        catalogue
                .sql()
                .sql("INSERT INTO granary.run_problem (run_id, ordinal, server, code, reason)"
                        + " VALUES (?, 0, 'erp-prod', 'nothing-matches', 'No database matches.')")
                .param(run)
                .update();
        assertThat(service.json("/api/v1/requests/" + id).path("status").asString())
                .isEqualTo("refused");
        assertThat(service.get("/api/v1/requests/4711").statusCode()).isEqualTo(404);
    }

    private static String ids(JsonNode page) {
        return String.join(
                " ",
                page.path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    private static int hold(String state) {
        return catalogue
                .sql()
                .sql("INSERT INTO granary.hold (database_id, run_id, state, code, reason)"
                        + " VALUES (?, ?, ?, 'too-many-losses', 'many') RETURNING id")
                .param(database)
                .param(run)
                .param(state)
                .query(Integer.class)
                .single();
    }

    private static void item(int hold, int object, String aspects) {
        catalogue
                .sql()
                .sql("INSERT INTO granary.hold_item (hold_id, object_id, kind, schema_name_id, name_id, aspects)"
                        + " SELECT ?, object_id, kind, schema_name_id, name_id, " + aspects
                        + " FROM granary.placement_current WHERE object_id = ?")
                .param(hold)
                .param(object)
                .update();
    }

    private static String key(String role) {
        try {
            var key = ApiKey.generate().reveal();
            catalogue
                    .sql()
                    .sql("INSERT INTO granary.api_key (prefix, role, hash) VALUES (?, ?, ?)")
                    .param(key.substring(0, 12))
                    .param(role)
                    .param(MessageDigest.getInstance("SHA-256").digest(key.getBytes()))
                    .update();
            return key;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> post(String path, String key, String body, String... headers) {
        var request = HttpRequest.newBuilder(service.uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return service.send(headers.length == 0 ? request : request.headers(headers), "X-API-Key", key);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}

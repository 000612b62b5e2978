package dev.granary.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.model.ObjectKind;
import dev.granary.query.access.ApiKey;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {

    private static TestStore store;
    private static Connection connection;
    private static TestCatalogue catalogue;
    private static TestService service;
    private static int run;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        int server = catalogue.server("erp-prod");
        int database = catalogue.database(server, "ERP", "Latin1_General_100_CI_AS");
        catalogue.place(database, ObjectKind.TABLE, "dbo", "t", Map.of(), null);
        run = catalogue.snapshot(database, 1);
        service = new TestService(store);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/servers",
                "/nowhere",
                "/actuator/health",
                "/actuator/prometheus",
                "/api/v1/openapi",
                "/error"
            })
    void letsNobodyPassWithoutAKey(String path) {
        var answer = service.get(path, "X-Nothing", "x");
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(service.get(path, "X-API-Key", ApiKey.generate().reveal()), 401, "unauthorized");
        assertProblem(service.get(path, "X-API-Key", "granary_"), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void answersTheProbesWithoutAKey(String path) {
        var answer = service.get(path, "X-Nothing", "x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void takesTheKeyAsABearerTokenToo() {
        assertThat(service.get("/api/v1/servers", "Authorization", "Bearer " + TestService.KEY.reveal())
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                service.get("/api/v1/servers", "Authorization", "Basic " + TestService.KEY.reveal()),
                401,
                "unauthorized");
    }

    @Test
    void storesTheFirstKeyAsAHashWithItsRole() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(TestService.KEY.reveal().getBytes());
        assertThat(catalogue
                        .sql()
                        .sql("SELECT role, prefix FROM granary.api_key WHERE hash = ?")
                        .param(hash)
                        .query()
                        .singleRow())
                .containsEntry("role", "admin")
                .containsEntry("prefix", TestService.KEY.reveal().substring(0, 12));
    }

    @Test
    void refusesAKeyThatHasExpired() throws Exception {
        var key = ApiKey.generate();
        var hash = MessageDigest.getInstance("SHA-256").digest(key.reveal().getBytes());
        catalogue
                .sql()
                .sql(
                        "INSERT INTO granary.api_key (prefix, role, hash, expires_at) VALUES ('x', 'reader', ?, now() - interval '1 s')")
                .param(hash)
                .update();
        assertProblem(service.get("/api/v1/servers", "X-API-Key", key.reveal()), 401, "unauthorized");
        catalogue
                .sql()
                .sql("UPDATE granary.api_key SET expires_at = now() + interval '1 h' WHERE hash = ?")
                .param(hash)
                .update();
        assertThat(service.get("/api/v1/servers", "X-API-Key", key.reveal()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nowhere | 404 | not-found",
                "/api/v1 | 404 | not-found",
                "/api/v1/servers/none/databases | 404 | not-found",
                "/api/v1/servers/erp-prod/databases/none | 404 | not-found",
                "/api/v1/databases/4711 | 404 | not-found",
                "/api/v1/objects/4711 | 404 | not-found",
                "/api/v1/objects/99999999999 | 400 | invalid-parameter",
                "/api/v1/objects/x | 400 | invalid-parameter",
                "/api/v1/runs/4711 | 404 | not-found",
                "/api/v1/servers?limit=0 | 400 | invalid-parameter",
                "/api/v1/servers?limit=1001 | 400 | invalid-parameter",
                "/api/v1/servers?limit=x | 400 | invalid-parameter",
                "/api/v1/servers?limit=1&limit=2 | 400 | invalid-parameter",
                "/api/v1/servers?nmae=x | 400 | invalid-parameter",
                "/api/v1/servers?cursor= | 400 | invalid-parameter",
                "/api/v1/runs?cursor=AAAA | 400 | invalid-parameter",
                "/api/v1/objects/1?asOf=2026-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/object?name=t | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/object?schema=dbo&name=t&kind=schema | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/object?schema=dbo&name=t&kind=view | 404 | not-found",
                "/api/v1/servers/erp-prod/databases/ERP/objects?name=%5C | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/objects?name= | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/a%2Fb | 400 | bad-request",
                "/actuator/env | 404 | not-found",
                "/api/v1/servers/erp-prod/facts?asOf=%2B300000-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/facts?asOf=-0001-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/facts?asOf=9999-12-31T23:59:59-01:00 | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/measures?from=%2B300000-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/servers/erp-prod/databases/ERP/measures?to=%2B999999999-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/diff?left=1&right=1&leftAt=%2B300000-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/diff?left=1&right=1&rightAt=0000-01-01T00:00:00Z | 400 | invalid-parameter",
                "/api/v1/changes?since=%2B300000-01-01T00:00:00Z | 400 | invalid-parameter",
            })
    void saysWhatIsWrongAsAProblem(String path, int status, String type) {
        assertProblem(service.get(path), status, type);
    }

    @Test
    void saysWhatAParameterMustBe() {
        assertThat(service.get("/api/v1/changes?breaking=perhaps").body()).contains("breaking must be true or false");
        assertThat(service.get("/api/v1/changes?limit=many").body()).contains("limit must be a whole number");
        assertThat(service.get("/api/v1/changes?since=now").body())
                .contains("since must be a time of the years 0001 to");
    }

    @Test
    void namesTheParametersItKnows() {
        assertThat(service.get("/api/v1/servers?nmae=x").body())
                .contains("There is no parameter nmae here; known are cursor, limit");
    }

    @Test
    void refusesOtherMethodsAndSaysWhichItTakes() {
        var post =
                HttpRequest.newBuilder(service.uri("/api/v1/servers")).POST(HttpRequest.BodyPublishers.ofString("{}"));
        var answer = service.send(post);
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
        assertProblem(
                service.send(
                        HttpRequest.newBuilder(service.uri("/api/v1/objects/1")).DELETE()),
                405,
                "method-not-allowed");
    }

    @Test
    void refusesParametersThatAreNotEncoded() throws Exception {
        var uri = service.uri("/");
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var request =
                    "GET /api/v1/servers?limit=%%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: %s\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(TestService.KEY.reveal()).getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("/problems/invalid-parameter");
        }
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        assertProblem(
                service.get("/api/v1/servers", "X-API-Key", TestService.KEY.reveal(), "Accept", "text/csv"),
                406,
                "not-acceptable");
    }

    @Test
    void tellsRunsAsTheHarvesterDoes() {
        catalogue
                .sql()
                .sql(
                        "INSERT INTO granary.run_problem (run_id, ordinal, server, code, reason) VALUES (?, 0, 'gone', 'unreachable', 'refused')")
                .param(run)
                .update();
        catalogue
                .sql()
                .sql("UPDATE granary.work SET round_trips = 7 WHERE run_id = ?")
                .param(run)
                .update();
        int asleep = catalogue.database(
                catalogue
                        .sql()
                        .sql("SELECT id FROM granary.server WHERE name = 'erp-prod'")
                        .query(Integer.class)
                        .single(),
                "asleep",
                "Latin1_General_100_CI_AS");
        catalogue
                .sql()
                .sql("INSERT INTO granary.work (run_id, database_id, state, outcome, code, reason)"
                        + " VALUES (?, ?, 'done', 'skipped', 'offline', 'It is OFFLINE.')")
                .params(run, asleep)
                .update();
        var body = service.json("/api/v1/runs/" + run);
        assertThat(body.toString())
                .isEqualTo(("{\"run\":%d,\"status\":\"done\",\"mode\":\"full\",\"databases\":{\"total\":2,"
                                + "\"published\":1,\"unchanged\":0,\"held\":0,\"failed\":0,\"skipped\":1},\"failures\":[{\"server\":\"gone\","
                                + "\"database\":null,\"section\":null,\"code\":\"unreachable\",\"reason\":\"refused\"}],"
                                + "\"skips\":[{\"server\":\"erp-prod\",\"database\":\"asleep\",\"code\":\"offline\",\"reason\":\"It is OFFLINE.\"}],"
                                + "\"disagreements\":[{\"server\":\"erp-prod\",\"database\":\"ERP\",\"tables\":{\"sys\":7,\"informationSchema\":8},"
                                + "\"columns\":{\"sys\":12,\"informationSchema\":12}}],\"startedAt\":\"%s\",\"endedAt\":\"%s\","
                                + "\"alive\":false,\"cost\":{\"connections\":0,\"roundTrips\":7,\"rows\":0,\"bytesIn\":0,\"bytesOut\":0,"
                                + "\"sourceMillis\":0,\"attempts\":0}}")
                        .formatted(
                                run,
                                body.path("startedAt").asString(),
                                body.path("endedAt").asString()));
        assertThat(service.json("/api/v1/runs").path("items").get(0)).isEqualTo(body);
        var database =
                service.json("/api/v1/runs/" + run + "/databases").path("items").get(0);
        assertThat(database.path("outcome").asString()).isEqualTo("published");
        assertThat(database.path("cost").path("roundTrips").asInt()).isEqualTo(7);
    }

    @Test
    void tellsADeadRunFromALivingOne() {
        long dead = catalogue
                .sql()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, heartbeat_at) VALUES ('harvest', 'full', 'gone', now() - interval '61 seconds') RETURNING id")
                .query(Long.class)
                .single();

        assertThat(service.json("/api/v1/runs/" + dead).path("alive").asBoolean())
                .isFalse();

        catalogue
                .sql()
                .sql("UPDATE granary.run SET heartbeat_at = now() WHERE id = ?")
                .param(dead)
                .update();
        assertThat(service.json("/api/v1/runs/" + dead).path("alive").asBoolean())
                .isTrue();
        catalogue.sql().sql("DELETE FROM granary.run WHERE id = ?").param(dead).update();
    }

    @Test
    void describesItselfAsOpenApi() {
        var api = service.json("/api/v1/openapi");
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").propertyNames())
                .contains("/api/v1/servers", "/api/v1/objects/{id}", "/api/v1/runs/{id}")
                .noneMatch(path -> path.startsWith("/actuator") || path.equals("/error"));
        assertThat(api.path("components")
                        .path("schemas")
                        .path("ColumnView")
                        .path("properties")
                        .propertyNames())
                .contains("default", "identity", "description");
        assertThat(api.at("/components/schemas/ColumnView/required").toString()).contains("\"default\"", "\"ordinal\"");
        assertThat(api.at("/components/schemas/ColumnView/properties/default/type")
                        .toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(api.at("/components/schemas/ColumnView/properties/type/type").asString())
                .isEqualTo("string");
        assertThat(api.at("/components/schemas/ColumnView/properties/identity").toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/IdentityView\"},{\"type\":\"null\"}]}");
        assertThat(api.at("/components/schemas/PageRunView/required").toString())
                .isEqualTo("[\"items\",\"next\"]");
        assertThat(api.path("components").path("securitySchemes").propertyNames())
                .contains("apiKey", "bearer");
        assertThat(api.at("/paths/~1api~1v1~1servers/get/responses").propertyNames())
                .contains("200", "400", "401", "503");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "title", "status", "detail");
        assertThat(api.toString()).doesNotContain("\"#/components/schemas/Page\"");
    }

    @Test
    void describesWhatItTakesAndAnswersToWhoAsksForSomething() {
        var api = service.json("/api/v1/openapi");
        var harvest = api.at("/paths/~1api~1v1~1harvests/post");
        assertThat(harvest.path("responses").propertyNames())
                .contains("202", "415")
                .doesNotContain("200", "409");
        assertThat(harvest.at("/responses/202/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/RequestView");
        assertThat(harvest.at("/requestBody/content").propertyNames()).containsExactly("application/json");
        var body = harvest.at("/requestBody/content/application~1json/schema");
        assertThat(body.path("type").asString()).isEqualTo("object");
        assertThat(body.path("properties").propertyNames()).containsExactlyInAnyOrder("server", "database", "mode");
        assertThat(body.path("additionalProperties").asBoolean(true)).isFalse();
        for (var decision : new String[] {"release", "reject"}) {
            var post = api.at("/paths/~1api~1v1~1holds~1{id}~1" + decision + "/post");
            assertThat(post.path("responses").propertyNames())
                    .contains("202", "409", "415")
                    .doesNotContain("200");
            assertThat(post.at("/responses/409/description").asString()).contains("/problems/conflict");
            assertThat(post.at("/requestBody/content/application~1json/schema/properties")
                            .propertyNames())
                    .containsExactlyInAnyOrder("note", "updatedAt");
        }
        assertThat(api.at("/paths/~1api~1v1~1diff/get/responses/410/description")
                        .asString())
                .contains("/problems/thinned");
    }

    @Test
    void measuresItselfForPrometheus() {
        await().until(() -> service.get("/actuator/prometheus").body().contains("granary_redis_up 1.0"));
        assertThat(service.get("/actuator/prometheus").body())
                .contains("granary_pointers_good 1.0")
                .contains("granary_definitions_read_total{from=\"store\"}");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail");
    }
}

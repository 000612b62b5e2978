package dev.granary.query.annotations;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of a table each test makes anew, and a service with a key of every role. */
final class AnnotatedDatabase implements AutoCloseable {

    static final String NOWHERE = "/api/v1/objects/4711";

    final TestService service;
    final TestCatalogue catalogue;
    final int database;
    final String reader;
    final String querier;
    final String operator;

    private final TestStore store;
    private final Connection connection;
    private int tables;

    AnnotatedDatabase() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        database = catalogue.database(catalogue.server("erp-prod"), "ERP", "Latin1_General_100_CI_AS");
        catalogue.snapshot(database, 1);
        service = new TestService(store);
        reader = key("reader");
        querier = key("querier");
        operator = key("operator");
    }

    /** The path of a table that nobody has said anything of. */
    String table() {
        return path(catalogue.place(database, ObjectKind.TABLE, "dbo", "t" + ++tables, Map.of(), null));
    }

    /** The path of an object that no placement has any more. */
    String gone() {
        return path(catalogue
                .sql()
                .sql("INSERT INTO granary.object (database_id, kind) VALUES (?, 1) RETURNING id")
                .param(database)
                .query(Integer.class)
                .single());
    }

    HttpResponse<String> send(String method, String path, String key, String body) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return service.send(HttpRequest.newBuilder(service.uri(path)).method(method, publisher), "X-API-Key", key);
    }

    HttpResponse<String> put(String path) {
        return send("PUT", path, operator, "");
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, operator, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, operator, body);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Asserts a problem of that type and returns its detail. */
    static String problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/" + type);
        return json(answer).path("detail").asString();
    }

    private static String path(int object) {
        return "/api/v1/objects/" + object;
    }

    private String key(String role) throws Exception {
        var key = ApiKey.generate().reveal();
        catalogue
                .sql()
                .sql("INSERT INTO granary.api_key (prefix, role, hash) VALUES (?, ?, ?)")
                .params(
                        key.substring(0, 12),
                        role,
                        MessageDigest.getInstance("SHA-256").digest(key.getBytes()))
                .update();
        return key;
    }

    @Override
    public void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }
}

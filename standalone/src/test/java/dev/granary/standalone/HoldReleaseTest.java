package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.query.access.ApiKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clean-up from its harvest to its release, all of it asked for over REST and done by the harvester beside it. */
class HoldReleaseTest {

    private static final String PASSWORD = "Hold-Pa55word";
    private static final int TABLES = 30;

    private final EmulatedServer engine = EmulatedServer.create("ERP", PASSWORD);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();
    private final Closing closing = new Closing();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Ready ready;

    @BeforeEach
    void start() throws Exception {
        engine.run("CREATE DATABASE Orders");
        for (int i = 0; i < TABLES; i++) {
            execute("CREATE TABLE dbo.t%d (id int NOT NULL)".formatted(i));
        }
        Files.writeString(folder.resolve("password"), PASSWORD);
        var servers = Files.writeString(
                folder.resolve("servers.yml"), """
                servers:
                  - name: erp
                    host: 127.0.0.1
                    port: %d
                    harvest: {type: sql, username: sa, password: "file:%s"}
                    tls: {encrypt: "false"}
                """.formatted(server.port(), folder.resolve("password")));
        ready = new Standalone(new Options(0, folder.resolve("data"), servers, false), closing).start();
    }

    @AfterEach
    void stop() {
        closing.close();
        server.close();
        engine.close();
        http.close();
    }

    @Test
    void isHeldRefusedToAReaderAndTakenAwayForAnOperator() throws Exception {
        for (int i = 1; i < TABLES; i++) {
            execute("DROP TABLE dbo.t%d".formatted(i));
        }
        var operator = key("operator");
        assertThat(post("/api/v1/harvests", key("reader"), "{}").statusCode()).isEqualTo(403);
        var asked = json(post("/api/v1/harvests", operator, "{\"server\":\"erp\"}"));
        var taken = until(
                "/api/v1/requests/" + asked.path("id").asInt(),
                r -> r.path("run").isNumber());
        var run = until(
                "/api/v1/runs/" + taken.path("run").asInt(),
                r -> !r.path("endedAt").isNull());
        assertThat(run.at("/databases/held").asInt()).isEqualTo(1);
        assertThat(run.at("/failures/0/code").asString()).isEqualTo("too-many-losses");

        var hold = get("/api/v1/holds?state=open&server=erp").at("/items/0");
        assertThat(hold.path("objects").asInt()).isEqualTo(TABLES - 1);
        var release = "/api/v1/holds/%d/release".formatted(hold.path("id").asInt());
        assertThat(post(release, key("reader"), "").statusCode()).isEqualTo(403);
        assertThat(post(release, operator, "").statusCode()).isEqualTo(202);

        until(
                "/api/v1/holds/" + hold.path("id").asInt(),
                h -> h.path("state").asString().equals("applied"));
        assertThat(get("/api/v1/servers/erp/databases/Orders/objects").path("items"))
                .hasSize(1);
        assertThat(post(release, operator, "").statusCode()).isEqualTo(409);
    }

    private JsonNode until(String path, Predicate<JsonNode> reached) throws Exception {
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        var body = get(path);
        while (!reached.test(body) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            body = get(path);
        }
        assertThat(reached.test(body)).as(path + ": " + body).isTrue();
        return body;
    }

    private JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ready.url() + path)).header("X-API-Key", ready.key());
        return json(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ready.url() + path))
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String key(String role) throws Exception {
        var key = ApiKey.generate().reveal();
        try (var store = DriverManager.getConnection(
                        variable("GRANARY_DB_URL"), "granary_query", variable("GRANARY_QUERY_PASSWORD"));
                var insert =
                        store.prepareStatement("INSERT INTO granary.api_key (prefix, role, hash) VALUES (?, ?, ?)")) {
            insert.setString(1, key.substring(0, 12));
            insert.setString(2, role);
            insert.setBytes(3, MessageDigest.getInstance("SHA-256").digest(key.getBytes()));
            insert.executeUpdate();
        }
        return key;
    }

    private String variable(String name) throws Exception {
        var line = Files.readAllLines(folder.resolve("data/env")).stream()
                .filter(l -> l.replace("export ", "").startsWith(name + "="))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf('=') + 1).replaceAll("^['\"]|['\"]$", "");
    }

    private void execute(String batch) throws SQLException {
        var url = "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;databaseName=Orders".formatted(server.port());
        try (var connection = DriverManager.getConnection(url, "sa", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(batch);
        }
    }
}

package dev.granary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestLookupsTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "/api/v1/databases/7/objects?limit=100",
            "{\"items\": [{\"kind\": \"table\", \"schema\": \"dbo\", \"name\": \"a & b\"}], \"next\": \"c+1\"}",
            "/api/v1/databases/7/objects?limit=100&cursor=c%2B1",
            "{\"items\": [{\"kind\": \"view\", \"schema\": \"dbo\", \"name\": \"ä/%\"}], \"next\": null}",
            "/api/v1/databases/7/object?schema=dbo&name=a%20%26%20b&kind=table",
            "{\"name\": \"a & b\"}",
            "/api/v1/databases/7/object?schema=dbo&name=%C3%A4%2F%25&kind=view",
            "{\"name\": \"ä/%\"}",
            "/api/v1/servers/shop-prod/databases?limit=100",
            "{\"items\": [{\"id\": 7}], \"next\": null}");

    private final List<String> keys = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsThePagesAndAsksForEveryObjectByItsNames() {
        try (var http = HttpClient.newHttpClient()) {
            var lookups = lookups(http);
            assertThat(lookups.databases("shop-prod"))
                    .extracting(database -> database.get("id").intValue())
                    .containsExactly(7);
            assertThat(lookups.objects(7))
                    .extracting(object -> object.get("name").stringValue())
                    .containsExactly("a & b", "ä/%");
        }
        assertThat(keys).hasSize(5).containsOnly("granary_key");
    }

    @Test
    void failsOnAnythingButAnAnswer() {
        try (var http = HttpClient.newHttpClient()) {
            var lookups = lookups(http);
            assertThatThrownBy(() -> lookups.databases("nowhere"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("404")
                    .hasMessageNotContaining("granary_key");
        }
    }

    private RestLookups lookups(HttpClient http) {
        return new RestLookups(
                http, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "granary_key");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            keys.add(exchange.getRequestHeaders().getFirst("X-API-Key"));
            var body = ANSWERS.get(exchange.getRequestURI().toString());
            var bytes = String.valueOf(body).getBytes(UTF_8);
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}

package dev.granary.standalone.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the query service over HTTP; all it answers is heard by the canary. */
final class Rest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String key;
    private final Canary canary;

    Rest(int port, String key, Canary canary) {
        this.url = URI.create("http://127.0.0.1:" + port);
        this.key = key;
        this.canary = canary;
    }

    JsonNode get(String path) {
        var response = ask(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%d from %s: %s".formatted(response.statusCode(), path, response.body()));
        }
        return JsonMapper.shared().readTree(response.body());
    }

    int status(String path) {
        return ask(path).statusCode();
    }

    JsonNode database(String server, String name) {
        return get("/api/v1/servers/%s/databases/%s".formatted(server, name));
    }

    /** A database once it is as expected: what is stale reaches the query service a moment later. */
    JsonNode database(String server, String name, Predicate<JsonNode> expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var database = database(server, name);
        while (!expected.test(database)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("%s/%s stays as it is: %s".formatted(server, name, database));
            }
            pause();
            database = database(server, name);
        }
        return database;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(String path) {
        return send("GET", path, "");
    }

    /** Sends a request, with a body of JSON if it is not empty. */
    HttpResponse<String> send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(url.resolve(path))
                    .header("X-API-Key", key)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            canary.hear(response.body());
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + path, e);
        }
    }
}

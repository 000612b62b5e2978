package dev.granary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks objects up through REST as the contract has it: databases and objects page by page, then every object by its names. */
final class RestLookups {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI url;
    private final String key;

    /** @param url where the query service listens, without a path */
    RestLookups(HttpClient http, URI url, String key) {
        this.http = http;
        this.url = url;
        this.key = key;
    }

    /** The databases of a server as the listing has them. */
    List<JsonNode> databases(String server) {
        return pages("/api/v1/servers/" + encoded(server) + "/databases");
    }

    /** Every object's body in a database, given by its id because its name may not survive a path. */
    List<JsonNode> objects(int databaseId) {
        var database = "/api/v1/databases/" + databaseId;
        return pages(database + "/objects").stream()
                .map(row -> get(database + "/object?schema=" + parameter(row, "schema") + "&name="
                        + parameter(row, "name") + "&kind=" + parameter(row, "kind")))
                .toList();
    }

    private List<JsonNode> pages(String path) {
        var items = new ArrayList<JsonNode>();
        var page = get(path + "?limit=100");
        page.get("items").forEach(items::add);
        while (!page.get("next").isNull()) {
            page = get(path + "?limit=100&cursor=" + parameter(page, "next"));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    private JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(url.resolve(path))
                    .header("X-API-Key", key)
                    .build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "%d from %s: %s".formatted(response.statusCode(), path, new String(response.body(), UTF_8)));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + path, e);
        }
    }

    private static String parameter(JsonNode node, String field) {
        return encoded(node.get(field).stringValue());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}

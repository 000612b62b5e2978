package dev.granary.query;

import dev.granary.query.access.ApiKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over real HTTP, with a Redis beside it that can be stopped. */
public final class TestService implements AutoCloseable {

    public static final ApiKey KEY = ApiKey.generate();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int redisPort = freePort();
    private final ConfigurableApplicationContext context;
    private RedisServer redis;

    public TestService(TestStore store) throws IOException {
        this(store, Map.of());
    }

    public TestService(TestStore store, Map<String, Object> more) throws IOException {
        startRedis();
        var properties = new HashMap<String, Object>(Map.of(
                "granary.db.url", store.url(),
                "granary.db.password", TestStore.QUERY_PASSWORD,
                "granary.redis.url", "redis://127.0.0.1:%d/0".formatted(redisPort),
                "granary.api-key", KEY.reveal(),
                "server.port", 0));
        properties.putAll(more);
        context = QueryServiceApplication.start(properties);
    }

    public HttpResponse<String> get(String pathAndQuery, String... headers) {
        return send(HttpRequest.newBuilder(uri(pathAndQuery)).GET(), headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length == 0) {
            request.header("X-API-Key", KEY.reveal());
        } else {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public JsonNode json(String pathAndQuery) {
        return JsonMapper.shared().readTree(get(pathAndQuery).body());
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:%s%s"
                .formatted(context.getEnvironment().getProperty("local.server.port"), pathAndQuery));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void startRedis() throws IOException {
        redis = RedisServer.newRedisServer()
                .port(redisPort)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
    }

    public void stopRedis() throws IOException {
        redis.stop();
    }

    @Override
    public void close() throws IOException {
        context.close();
        http.close();
        redis.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

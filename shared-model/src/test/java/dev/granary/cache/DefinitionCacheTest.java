package dev.granary.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisConnectionException;
import redis.embedded.RedisServer;

class DefinitionCacheTest {

    private static final String PASSWORD = "p@ss/canary";

    private int port;
    private RedisServer server;
    private RedissonClient redis;
    private DefinitionCache cache;

    @BeforeEach
    void open() throws IOException {
        port = freePort();
        redis = RedisClients.open("redis://:p%%40ss%%2Fcanary@127.0.0.1:%d/3".formatted(port));
        cache = new DefinitionCache(redis);
    }

    @AfterEach
    void close() throws IOException {
        redis.shutdown();
        stop();
    }

    @Test
    void givesBackWhatItWasGivenAndNothingElse() throws Exception {
        start();
        awaitAvailable();
        var documents = new HashMap<ContentHash, byte[]>();
        for (int i = 0; i < 1201; i++) {
            documents.put(hash("d" + i), ("{\"n\":%d}".formatted(i)).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(cache.put(documents)).isTrue();
        documents.put(hash("absent"), new byte[0]);
        var answer = cache.get(documents.keySet());
        documents.remove(hash("absent"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        CacheAnswer.Found.class,
                        found -> assertThat(found.documents()).containsExactlyInAnyOrderEntriesOf(documents));
    }

    @Test
    void startsWithoutRedisAndFindsItLater() throws Exception {
        assertThat(cache.get(List.of(hash("a")))).isEqualTo(new CacheAnswer.Unavailable());
        assertThat(cache.put(Map.of(hash("a"), new byte[] {1}))).isFalse();
        assertThat(cache.available()).isFalse();
        start();
        awaitAvailable();
        assertThat(cache.put(Map.of(hash("a"), new byte[] {1}))).isTrue();
    }

    /** The client fails so for all threads but one of those that are the first to ask. */
    @Test
    void saysUnavailableToWhoWaitedInVainForAnotherToConnect() {
        var failed = new CompletionException(new RedisConnectionException("no connection"));
        var waited = new DefinitionCache(clientThatThrows(failed));
        assertThat(waited.put(Map.of(hash("a"), new byte[] {1}))).isFalse();
        assertThat(waited.get(List.of(hash("a")))).isEqualTo(new CacheAnswer.Unavailable());

        var bug = new CompletionException(new IllegalStateException("a bug"));
        assertThatThrownBy(() -> new DefinitionCache(clientThatThrows(bug)).available())
                .isSameAs(bug);
    }

    private static RedissonClient clientThatThrows(RuntimeException failure) {
        return (RedissonClient) Proxy.newProxyInstance(
                RedissonClient.class.getClassLoader(),
                new Class<?>[] {RedissonClient.class},
                (client, method, arguments) -> {
                    throw failure;
                });
    }

    @Test
    void saysUnavailableWhenRedisDiesAndGoesOnWhenItIsBack() throws Exception {
        start();
        awaitAvailable();
        assertThat(cache.put(Map.of(hash("a"), new byte[] {1}))).isTrue();
        stop();
        assertThat(cache.get(List.of(hash("a")))).isEqualTo(new CacheAnswer.Unavailable());
        start();
        awaitAvailable();
        assertThat(cache.get(List.of(hash("a")))).isEqualTo(new CacheAnswer.Found(Map.of()));
    }

    private void awaitAvailable() throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!cache.available()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private void start() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("requirepass " + PASSWORD)
                .build();
        server.start();
    }

    private void stop() throws IOException {
        if (server != null) {
            server.stop();
        }
    }

    private static ContentHash hash(String text) {
        return new CanonicalJson().write(text).hash();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

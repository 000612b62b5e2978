package dev.granary.standalone.stores;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** Redis on loopback, with nothing on disk: it holds only what PostgreSQL can tell again. */
public final class EmbeddedCache implements Closeable {

    private final RedisServer redis;
    private final int port;

    private EmbeddedCache(RedisServer redis, int port) {
        this.redis = redis;
        this.port = port;
    }

    /** Starts the server; stops one that was left behind. */
    public static EmbeddedCache start(Path folder) throws IOException {
        Files.createDirectories(folder);
        var pidFile = folder.resolve("redis.pid");
        LeftOver.stop(pidFile, "redis-server");
        int port = freePort();
        var redis = RedisServer.newRedisServer()
                .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
                .bind("127.0.0.1")
                .port(port)
                .setting("pidfile " + pidFile)
                .setting("dir " + folder)
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 256mb")
                .setting("maxmemory-policy allkeys-lru")
                .build();
        redis.start();
        return new EmbeddedCache(redis, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        redis.stop();
    }
}

package dev.granary.cache;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** Opens Redis clients that start whether or not Redis does, and that give up soon enough for a lookup to go on without it. */
public final class RedisClients {

    private static final Pattern DATABASE = Pattern.compile("(?:/(\\d{1,4})?)?");
    private static final int CONNECT_MILLIS = 500;
    private static final int ANSWER_MILLIS = 500;

    private RedisClients() {}

    /**
     * @param url {@code redis://[[user]:password@]host:port[/database]}, or {@code rediss://} for TLS
     * @throws IllegalArgumentException for any other; its message does not repeat the URL, which may hold a password
     */
    public static RedissonClient open(String url) {
        return Redisson.create(configuration(parse(url)));
    }

    private static Config configuration(URI url) {
        var config = new Config()
                .setLazyInitialization(true)
                .setCodec(ByteArrayCodec.INSTANCE)
                .setThreads(2)
                .setNettyThreads(2);
        var credentials = url.getUserInfo() == null ? new @Nullable String[2] : credentials(url.getUserInfo());
        config.setUsername(credentials[0]);
        config.setPassword(credentials[1]);
        config.useSingleServer()
                .setAddress("%s://%s:%d".formatted(url.getScheme(), url.getHost(), url.getPort()))
                .setDatabase(database(url))
                .setConnectTimeout(CONNECT_MILLIS)
                .setTimeout(ANSWER_MILLIS)
                .setRetryAttempts(0)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionPoolSize(1)
                .setDnsMonitoringInterval(-1);
        return config;
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            if (uri.getScheme() != null
                    && Set.of("redis", "rediss").contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && DATABASE.matcher(uri.getPath()).matches()) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // said below, without the text that could not be read
        }
        throw new IllegalArgumentException("GRANARY_REDIS_URL must look like redis://[:password@]host:port[/database]");
    }

    private static int database(URI url) {
        var path = url.getPath();
        return path.length() > 1 ? Integer.parseInt(path.substring(1)) : 0;
    }

    private static @Nullable String[] credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        return new @Nullable String[] {user.isEmpty() ? null : user, colon < 0 ? null : userInfo.substring(colon + 1)};
    }
}

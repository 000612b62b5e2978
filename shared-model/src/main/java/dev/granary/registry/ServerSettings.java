package dev.granary.registry;

import org.jspecify.annotations.Nullable;

/**
 * How a server is reached and what of it is read: a registry entry without name, labels and credentials, which is what
 * the store keeps as JSON. An instance, where there is one, is looked up by SQL Server Browser and has no port.
 */
public record ServerSettings(
        String host,
        @Nullable Integer port,
        @Nullable String instance,
        Tls tls,
        ApplicationIntent applicationIntent,
        NameFilter databases,
        NameFilter schemas,
        Limits limits,
        Schedule schedule) {

    public static final int DEFAULT_PORT = 1433;

    public ServerSettings {
        if ((port == null) == (instance == null)) {
            throw new IllegalArgumentException("either a port or an instance");
        }
    }

    /** A server at a port, everything else at its default. */
    public static ServerSettings at(String host, int port) {
        return new ServerSettings(
                host,
                port,
                null,
                Tls.DEFAULT,
                ApplicationIntent.READ_WRITE,
                NameFilter.ALL,
                NameFilter.ALL,
                Limits.DEFAULT,
                Schedule.DEFAULT);
    }

    public ServerSettings withTls(Tls other) {
        return new ServerSettings(host, port, instance, other, applicationIntent, databases, schemas, limits, schedule);
    }

    public ServerSettings withLimits(Limits other) {
        return new ServerSettings(host, port, instance, tls, applicationIntent, databases, schemas, other, schedule);
    }
}

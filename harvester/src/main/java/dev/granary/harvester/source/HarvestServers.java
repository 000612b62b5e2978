package dev.granary.harvester.source;

import dev.granary.registry.CredentialException;
import dev.granary.registry.CredentialPurpose;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.RegisteredServers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;

/** The enabled servers with their harvest credentials, as the registry last told. */
public class HarvestServers {

    /** For how long a process that only helps may go on with what `register` has changed since. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final RegisteredServers registry;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Map.of(), Instant.MIN);

    /** By the clock of this machine. */
    public HarvestServers(RegisteredServers registry) {
        this(registry, Clock.systemUTC());
    }

    public HarvestServers(RegisteredServers registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What the registry last told: the servers by name, and why others cannot be logged in to. */
    private record Known(Map<String, RegisteredServer> servers, Map<String, String> unusable, Instant asOf) {}

    /** Asks the registry anew; those that {@link #unusable} names are left out. */
    public List<RegisteredServer> reload() {
        try {
            var asOf = clock.instant();
            var found = registry.credentialed(CredentialPurpose.HARVEST);
            var unusable = new TreeMap<String, String>();
            for (var server : found.closed()) {
                var reason = CredentialException.noKeyOpens(CredentialPurpose.HARVEST, List.of(server));
                unusable.put(server, String.valueOf(reason.getMessage()));
            }
            for (var server : found.without()) {
                var reason = CredentialException.missing(CredentialPurpose.HARVEST, List.of(server));
                unusable.put(server, String.valueOf(reason.getMessage()));
            }
            known = new Known(
                    found.servers().stream().collect(Collectors.toMap(RegisteredServer::name, server -> server)),
                    unusable,
                    asOf);
            return found.servers();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The registry cannot be read", e);
        }
    }

    /** Enabled servers without a credential that can be used, by name, each with the reason, as of the last {@link #reload}. */
    public Map<String, String> unusable() {
        return known.unusable();
    }

    /** A server as it was at the last {@link #reload}, which this calls where that was a while ago or the name is new. */
    public Optional<RegisteredServer> named(String name) {
        var last = known;
        if (!last.servers().containsKey(name)
                || last.asOf().isBefore(clock.instant().minus(FRESH))) {
            reload();
        }
        return Optional.ofNullable(known.servers().get(name));
    }
}

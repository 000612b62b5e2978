package dev.granary.harvester.source;

import dev.granary.registry.CredentialException;
import dev.granary.registry.CredentialPurpose;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.RegisteredServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** The enabled servers with their harvest credentials, as the registry last told. */
public class HarvestServers {

    private final RegisteredServers registry;
    private final Map<String, RegisteredServer> known = new ConcurrentHashMap<>();

    public HarvestServers(RegisteredServers registry) {
        this.registry = registry;
    }

    /**
     * Asks the registry anew.
     *
     * @throws CredentialException if a stored credential cannot be decrypted with the keys given
     */
    public List<RegisteredServer> reload() {
        try {
            var servers = registry.enabled(CredentialPurpose.HARVEST);
            servers.forEach(server -> known.put(server.name(), server));
            return servers;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The registry cannot be read", e);
        }
    }

    /** A server as it was at the last {@link #reload}, which this calls where the name is new. */
    public Optional<RegisteredServer> named(String name) {
        if (!known.containsKey(name)) {
            reload();
        }
        return Optional.ofNullable(known.get(name));
    }
}

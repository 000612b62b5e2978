package dev.granary.harvester.source;

import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceMeter;
import dev.granary.sqlserver.SqlServerConnections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lends connections to the sources: no more a server than the registry allows, kept between databases, but not for long, since other processes do
 * not count them; thrown away when broken.
 */
@Component
public class SourceSessions implements AutoCloseable {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final HarvestServers servers;
    private final SqlServerConnections connections = new SqlServerConnections();
    private final Function<RegisteredServer, SourceMeter.Toll> pacing;
    private volatile boolean closed;
    private final Map<RegisteredServer, ServerGate> gates = new ConcurrentHashMap<>();
    private final Thread housekeeper = Thread.ofVirtual().name("idle-sessions").start(this::keepHouse);

    /** Takes no account of limits.statementsPerMinute. */
    public SourceSessions(HarvestServers servers) {
        this.servers = servers;
        this.pacing = server -> () -> {};
    }

    @Autowired
    SourceSessions(HarvestServers servers, Pacing pacing) {
        this.servers = servers;
        this.pacing = server -> pacing.of(server, () -> closed);
    }

    /**
     * A session on a registered server, for one thread; waits while the server's limit is reached.
     *
     * @throws SQLException as the driver threw it in connecting
     */
    public BorrowedSession borrow(String server) throws SQLException {
        var registered = servers.named(server)
                .orElseThrow(() -> new IllegalArgumentException("No enabled server is named " + server));
        return borrow(registered);
    }

    public BorrowedSession borrow(RegisteredServer server) throws SQLException {
        return Objects.requireNonNull(gates.compute(server, this::entered)).borrow();
    }

    /** The ids of the servers to which a connection is open that nobody uses. */
    public Set<Integer> connected() {
        return gates.entrySet().stream()
                .filter(gate -> gate.getValue().hasIdle())
                .map(gate -> gate.getKey().id())
                .collect(Collectors.toSet());
    }

    /** Within the map's own lock on the server, as is the removal of what is unused: two gates would double its limit. */
    private ServerGate entered(RegisteredServer server, @Nullable ServerGate known) {
        return (known == null ? new ServerGate(server, connections, pacing.apply(server)) : known).enter();
    }

    private void keepHouse() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                gates.values().forEach(gate -> gate.closeIdle(LONGEST_IDLE));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes what nobody uses: between harvests no connection is held. */
    public void closeIdle() {
        gates.values().forEach(ServerGate::closeIdle);
        gates.keySet().forEach(server -> gates.computeIfPresent(server, (key, gate) -> gate.isUnused() ? null : gate));
    }

    /** Closes all, also what is lent: whoever reads from it gets an error at once. */
    @Override
    public void close() {
        closed = true;
        housekeeper.interrupt();
        gates.values().forEach(ServerGate::closeAll);
    }
}

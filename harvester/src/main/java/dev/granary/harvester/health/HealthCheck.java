package dev.granary.harvester.health;

import dev.granary.harvester.source.HarvestServers;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.SqlServerConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/**
 * Looks at every enabled server: one connection of its own, beside those that harvests are limited to, and one question, for whose answer it waits no
 * longer than for the login. A server that is slow to refuse or to answer holds up no other.
 */
@DisallowConcurrentExecution
public class HealthCheck implements Job {

    private static final int SERVERS_AT_ONCE = 32;

    private final HarvestServers servers;
    private final HealthTable table;
    private final SqlServerConnections connections = SqlServerConnections.forGlances();

    HealthCheck(HarvestServers servers, HealthTable table) {
        this.servers = servers;
        this.table = table;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            lookAtAll();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new JobExecutionException("What was seen of a server could not be written down", e, false);
        }
    }

    /** @throws ExecutionException when the store did not take what was seen of one of them; the others were written */
    void lookAtAll() throws InterruptedException, ExecutionException {
        var atOnce = new Semaphore(SERVERS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = threads.invokeAll(servers.reload().stream()
                    .map(server -> Executors.callable(() -> {
                        atOnce.acquireUninterruptibly();
                        try {
                            table.write(look(server));
                        } finally {
                            atOnce.release();
                        }
                    }))
                    .toList());
            for (var look : looks) {
                look.get();
            }
        }
    }

    private Look look(RegisteredServer server) {
        try (var session = connections.session(server.settings(), server.credential())) {
            var latency = latency(session.connection());
            return Look.answered(server.id(), latency, session.capabilities().productVersion());
        } catch (SQLException e) {
            return Look.failed(server.id(), SourceFailure.of(e));
        }
    }

    private static Duration latency(Connection connection) throws SQLException {
        long begin = System.nanoTime();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 1")) {
            row.next();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

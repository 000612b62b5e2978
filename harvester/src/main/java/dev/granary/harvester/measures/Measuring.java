package dev.granary.harvester.measures;

import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.store.StoreFailure;
import dev.granary.harvester.sweep.ReadableDatabases;
import dev.granary.harvester.work.BlackoutBegun;
import dev.granary.harvester.work.Guests;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Measures the databases of the registered servers that were harvested before: some servers at once, whoever asks, one database after another on each. It is a
 * guest of the server for one database at a time, so that what waits for the server has its turn in between.
 */
@Component
public class Measuring {

    private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);
    private static final int SERVERS_AT_ONCE = 8;

    private final HarvestServers servers;
    private final Guests guests;
    private final SourceSessions sessions;
    private final ReadableDatabases databases;
    private final DatabaseMeasuring measuring;
    private final Clock clock;
    private final Semaphore atOnce = new Semaphore(SERVERS_AT_ONCE);

    public Measuring(HarvestServers servers, Guests guests, SourceSessions sessions, DataSource store, Clock clock) {
        this.servers = servers;
        this.guests = guests;
        this.sessions = sessions;
        this.databases = new ReadableDatabases(sessions, store);
        this.measuring = new DatabaseMeasuring(store);
        this.clock = clock;
    }

    /** Measures what the request means and says how each database fared; only a full one wakes closed databases that it names. */
    public MeasureReport measure(HarvestRequest request) throws InterruptedException {
        var report = new MeasureReport();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(servers.reload().stream()
                    .filter(server -> request.meansServer(server.name()))
                    .map(server -> task(server, request))
                    .toList())) {
                report.add(result(answer));
            }
        }
        return report;
    }

    private Callable<List<Measurement>> task(RegisteredServer server, HarvestRequest request) {
        return () -> {
            atOnce.acquire();
            try {
                return measure(server, request);
            } finally {
                atOnce.release();
            }
        };
    }

    private List<Measurement> measure(RegisteredServer server, HarvestRequest request) throws InterruptedException {
        var found = found(server, request);
        var measured = new ArrayList<Measurement>();
        if (found.failure() != null) {
            measured.add(Measurement.failed(server.name(), "*", found.failure()));
        }
        found.skipped()
                .forEach(skipped -> measured.add(new Measurement(
                        server.name(),
                        skipped.name(),
                        Measurement.Status.SKIPPED,
                        null,
                        skipped.code(),
                        skipped.reason())));
        for (var database : found.readable()) {
            var blackout = request.scheduled()
                    ? server.settings().schedule().blackoutEnd(clock.instant())
                    : Optional.<Instant>empty();
            measured.add(
                    blackout.isPresent()
                            ? new Measurement(
                                    server.name(),
                                    database.name(),
                                    Measurement.Status.SKIPPED,
                                    null,
                                    BlackoutBegun.CODE,
                                    BlackoutBegun.reason(blackout.get()))
                            : measure(server, database));
        }
        return measured;
    }

    private ReadableDatabases.Found found(RegisteredServer server, HarvestRequest request) throws InterruptedException {
        try (var _ = guests.enter(server.id())) {
            return databases.of(server, request);
        }
    }

    private Measurement measure(RegisteredServer server, ReadableDatabases.Reachable database)
            throws InterruptedException {
        if (server.settings().limits().connections() == 1) {
            guests.giveWay(server.id());
        }
        try (var _ = guests.enter(server.id());
                var session = sessions.borrow(server)) {
            return measure(session, server, database);
        } catch (SQLException e) {
            return Measurement.failed(server.name(), database.name(), SourceFailure.of(e));
        }
    }

    private Measurement measure(BorrowedSession session, RegisteredServer server, ReadableDatabases.Reachable database)
            throws SQLException {
        boolean whole = false;
        try {
            var measurement =
                    measuring.measure(session.use(database.name()), server.name(), database.name(), database.id());
            whole = true;
            return measurement;
        } catch (SourceRefusal refusal) {
            return Measurement.refused(server.name(), database.name(), refusal.failure());
        } catch (StoreFailure | DataAccessException | TransactionException e) {
            // What the store takes ill of one database is not to lose the report of all others.
            LOG.error("The measures of {}/{} could not be written", server.name(), database.name(), e);
            return Measurement.unwritten(server.name(), database.name());
        } finally {
            if (!whole) {
                session.broken();
            }
        }
    }

    private static List<Measurement> result(Future<List<Measurement>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}

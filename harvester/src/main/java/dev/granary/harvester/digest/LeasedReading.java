package dev.granary.harvester.digest;

import dev.granary.harvester.assemble.CatalogReader;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Scope;
import dev.granary.harvester.assemble.SectionFailure;
import dev.granary.harvester.assemble.SourceReading;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.harvester.source.HarvestBroken;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Breakers;
import dev.granary.harvester.work.Budget;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.harvester.work.Spending;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a leased database over a session on its server, which is kept for the next database unless something went wrong on it. An incremental
 * run reads only what changed, where the last reading is one to build on.
 */
@Component
class LeasedReading implements SourceReading {

    private final SourceSessions sessions;
    private final HarvestServers servers;
    private final Spending spending;
    private final Breakers breakers;
    private final LastReadings lastReadings;
    private final KnownEngines engines;
    private final DatabaseDigests digests;
    private final CatalogReader reader;

    LeasedReading(
            SourceSessions sessions,
            HarvestServers servers,
            Spending spending,
            Breakers breakers,
            LastReadings lastReadings,
            KnownEngines engines,
            DatabaseDigests digests,
            Clock clock) {
        this.sessions = sessions;
        this.servers = servers;
        this.spending = spending;
        this.breakers = breakers;
        this.lastReadings = lastReadings;
        this.engines = engines;
        this.digests = digests;
        this.reader = new CatalogReader(clock);
    }

    @Override
    public DatabaseReading read(Lease lease, ContentSink sink) throws HarvestFailure {
        var server = servers.named(lease.server())
                .orElseThrow(() -> new HarvestFailure(
                        null, "not-registered", "The server is no longer registered and enabled.", null));
        var asked = lastReadings.of(lease.runId(), lease.databaseId());
        try (var session = borrow(lease, server)) {
            holdToBudget(session, lease, server);
            @Nullable Integer answered = null;
            try {
                var reading = read(session, server, lease, asked, sink);
                answered = server.id();
                return reading;
            } finally {
                spending.spent(lease, session.cost(), answered);
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (HarvestBroken end) {
            throw new HarvestFailure(null, end.code(), String.valueOf(end.getMessage()), end);
        }
    }

    private BorrowedSession borrow(Lease lease, RegisteredServer server) throws HarvestFailure {
        try {
            return sessions.borrow(server);
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            if (failure.endsConnection()) {
                breakers.failed(lease.runId(), server.id(), server.name(), failure);
            }
            throw failure(e);
        }
    }

    /** Ends the harvest at the statement before which the run has used up what the server allows it. */
    private void holdToBudget(BorrowedSession session, Lease lease, RegisteredServer server) {
        var seconds = server.settings().limits().sourceSecondsPerRun();
        if (seconds != null) {
            long left = seconds * 1000L - spending.millis(lease.runId(), server.id());
            session.toll(() -> {
                if (session.cost().sourceMillis() >= left) {
                    throw new HarvestBroken(Budget.CODE, Budget.reason(seconds));
                }
            });
        }
    }

    private static HarvestFailure failure(SQLException e) {
        var failure = SourceFailure.of(e);
        return new HarvestFailure(null, failure.code(), failure.reason(), e);
    }

    private static DatabaseReading reading(SteadyReading steady, byte[] basis, LastReadings.AskedReading asked)
            throws SectionFailure, SQLException {
        var last = asked.last().filter(l -> Arrays.equals(l.basis(), basis));
        if (last.isEmpty()) {
            return asked.first() ? steady.first(basis) : steady.whole(basis);
        }
        return asked.incremental() && !asked.held() ? steady.changed(last.get()) : steady.whole(last.get());
    }

    private DatabaseReading read(
            BorrowedSession session,
            RegisteredServer server,
            Lease lease,
            LastReadings.AskedReading asked,
            ContentSink sink)
            throws SQLException, HarvestFailure {
        boolean whole = false;
        try {
            var connection = session.use(lease.database());
            var engine = engines.of(lease.server(), session.capabilities(), connection);
            var scope = new Scope(server.settings().schemas());
            var steady = new SteadyReading(reader, digests, connection, engine, scope, sink);
            var basis = Basis.of(server, session.capabilities(), asked.database());
            var reading = reading(steady, basis, asked);
            whole = true;
            return reading;
        } catch (SectionFailure e) {
            throw new HarvestFailure(e.section(), e.code(), String.valueOf(e.getMessage()), e);
        } finally {
            if (!whole) {
                // Rows may still be on their way: whoever had this connection next would wait for them.
                session.broken();
            }
        }
    }
}

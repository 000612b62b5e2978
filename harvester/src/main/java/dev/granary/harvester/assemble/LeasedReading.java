package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.sqlserver.SourceFailure;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads a leased database over a session on its server, which is kept for the next database unless something went wrong on it. */
@Component
class LeasedReading implements SourceReading {

    private final SourceSessions sessions;
    private final HarvestServers servers;
    private final CatalogReader reader;
    private final KnownEngines engines = new KnownEngines();

    LeasedReading(SourceSessions sessions, HarvestServers servers, Clock clock) {
        this.sessions = sessions;
        this.servers = servers;
        this.reader = new CatalogReader(clock);
    }

    @Override
    public DatabaseReading read(Lease lease, ContentSink sink) throws HarvestFailure {
        var server = servers.named(lease.server())
                .orElseThrow(() -> new HarvestFailure(
                        null, "not-registered", "The server is no longer registered and enabled.", null));
        try (var session = sessions.borrow(server)) {
            return read(session, lease, new Scope(server.settings().schemas()), sink);
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            throw new HarvestFailure(null, failure.code(), failure.reason(), e);
        }
    }

    private DatabaseReading read(BorrowedSession session, Lease lease, Scope scope, ContentSink sink)
            throws SQLException, HarvestFailure {
        boolean whole = false;
        try {
            var connection = session.use(lease.database());
            var engine = engines.of(lease.server(), session.capabilities(), connection);
            var reading = reader.read(connection, engine, scope, Section.all(), sink);
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

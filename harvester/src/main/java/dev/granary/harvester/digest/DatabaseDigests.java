package dev.granary.harvester.digest;

import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the digests of databases, all of one database in one round trip. */
public class DatabaseDigests {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDigests.class);

    private final KnownEngines engines;
    private final Set<Digest> digests;
    private final Map<EngineFeatures, Optional<DigestBatch>> batches = new ConcurrentHashMap<>();

    /** @param digests those that are taken; a change that only another covers is not seen */
    DatabaseDigests(KnownEngines engines, Set<Digest> digests) {
        this.engines = engines;
        this.digests = Set.copyOf(digests);
    }

    /**
     * The digests of a database, which the session enters only where the engine cannot answer from elsewhere; empty where the engine has no
     * checksums.
     */
    public Optional<Digests> of(BorrowedSession session, RegisteredServer server, String database) throws SQLException {
        var engine = engines.of(server.name(), session.capabilities(), session.connection());
        var batch = batch(engine);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        return unlessRefused(
                () -> batch.get().reachesOthers() && session.capabilities().supportsUse()
                        ? batch.get().take(session.connection(), database)
                        : batch.get().take(session.use(database)));
    }

    /** The digests of the connection's current database. */
    Optional<Digests> of(EngineFeatures engine, Connection inTheDatabase) throws SQLException {
        var batch = batch(engine);
        return batch.isEmpty()
                ? Optional.empty()
                : unlessRefused(() -> batch.get().take(inTheDatabase));
    }

    /** The digests that are wanted and that the engine cannot compute. */
    Set<Digest> lacking(Digests taken) {
        var lacking = EnumSet.noneOf(Digest.class);
        lacking.addAll(digests);
        lacking.removeAll(taken.values().keySet());
        return lacking;
    }

    private interface Taking {
        Digests take() throws SQLException;
    }

    /** A digest only saves reading: where one is refused, the database is read in full, and its sections say what is the matter. */
    private static Optional<Digests> unlessRefused(Taking taking) throws SQLException {
        try {
            return Optional.of(taking.take());
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            return switch (failure.verdict()) {
                case UNSUPPORTED, DENIED, OTHER -> {
                    LOG.info("Digests were refused ({}): the database is read in full", failure.code());
                    yield Optional.empty();
                }
                case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> throw e;
            };
        }
    }

    private Optional<DigestBatch> batch(EngineFeatures engine) {
        return batches.computeIfAbsent(engine, features -> DigestBatch.of(features, digests));
    }
}

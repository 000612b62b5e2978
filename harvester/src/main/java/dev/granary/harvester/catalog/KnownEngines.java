package dev.granary.harvester.catalog;

import dev.granary.sqlserver.EngineCapabilities;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers what each version of each server has, so that it is asked once, whoever comes first. */
public final class KnownEngines {

    private final Collection<String> statements;
    private final Map<Version, Asked> asked = new ConcurrentHashMap<>();
    private final Map<EngineFeatures, EngineFeatures> distinct = new ConcurrentHashMap<>();

    /** Looks for the views and marks of all that a harvest reads. */
    public KnownEngines() {
        this(List.of());
    }

    /** @param more statements whose views and marks are looked for too */
    public KnownEngines(Collection<String> more) {
        this.statements = Stream.of(
                        CatalogQuery.ALL.stream().map(CatalogQuery::sql).toList(), Substitute.statements(), more)
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * What a server has, by a connection in one of its databases.
     *
     * @throws SQLException when asking failed for a reason that says nothing about the engine; nothing is remembered then
     */
    public EngineFeatures of(String server, EngineCapabilities engine, Connection connection) throws SQLException {
        return asked.computeIfAbsent(new Version(server, engine), version -> new Asked())
                .features(this, connection);
    }

    /** Asks anew, and remembers nothing. */
    public EngineFeatures ask(Connection connection) throws SQLException {
        return new EngineProbe(connection).features(statements);
    }

    private record Version(String server, EngineCapabilities engine) {}

    /** One answer for all who ask at the same time. */
    private static final class Asked {

        private volatile @Nullable EngineFeatures features;
        private final Lock asking = new ReentrantLock();

        EngineFeatures features(KnownEngines engines, Connection connection) throws SQLException {
            var known = features;
            if (known != null) {
                return known;
            }
            asking.lock();
            try {
                known = features;
                if (known == null) {
                    var found = engines.ask(connection);
                    // Servers of one version share one answer.
                    known = engines.distinct.computeIfAbsent(found, same -> same);
                    features = known;
                }
                return known;
            } finally {
                asking.unlock();
            }
        }
    }
}

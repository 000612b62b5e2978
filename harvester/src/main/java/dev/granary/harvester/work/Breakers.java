package dev.granary.harvester.work;

import dev.granary.content.StoredText;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.sqlserver.SourceFailure;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaves a server to rest to which connections fail one after the other, for all processes: while it rests nothing of it is leased, after that one
 * database at a time, until a connection succeeds. A run waits for a few rests only.
 */
@Component
public class Breakers {

    /** How often a server rests before a run gives up what it has still queued of it. */
    static final int MOST_RESTS = 3;

    private static final String BREAK = SqlFile.read(Breakers.class, "break-server");
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final JdbcClient store;
    private final Leases leases;
    private final HarvestProperties properties;

    public Breakers(DataSource store, HarvestProperties properties) {
        this.store = JdbcClient.create(store);
        this.leases = new Leases(store, properties);
        this.properties = properties;
    }

    /** A connection could not be made, in a run's work on a database. */
    public void failed(long run, int server, String name, SourceFailure failure) {
        int rests = failed(server, failure);
        if (rests > MOST_RESTS) {
            LOG.warn("Run {} gives up {}: {}", run, name, failure.reason());
            var reason = "The server did not answer, nor after %d rests: %s".formatted(MOST_RESTS, failure.reason());
            leases.endRest(run, server, "failed", failure.code(), reason);
        }
    }

    /** A connection could not be made; returns how often the server was left to rest since it last answered. */
    public int failed(int server, SourceFailure failure) {
        return store.sql(BREAK)
                .param("server", server)
                .param("most", properties.breakerFailures())
                .param("restSeconds", properties.breakerRest().toMillis() / 1000.0)
                .param("code", failure.code())
                .param("reason", StoredText.encode(failure.reason()))
                .query(Integer.class)
                .single();
    }

    public void answered(int server) {
        store.sql("DELETE FROM granary.server_breaker WHERE server_id = :server")
                .param("server", server)
                .update();
    }
}

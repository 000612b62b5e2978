package dev.granary.harvester.work;

import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.sqlserver.SourceCost;
import java.sql.Types;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what runs cost their sources, and says what is left of a budget. */
@Component
public class Spending {

    private static final String SPEND = SqlFile.read(Spending.class, "spend-work");
    private static final String SPEND_SWEEP = SqlFile.read(Spending.class, "spend-sweep");

    private final JdbcClient store;
    private final Leases leases;

    public Spending(DataSource store) {
        this.store = JdbcClient.create(store);
        this.leases = new Leases(store, HarvestProperties.DEFAULT);
    }

    /**
     * Adds what an attempt at a database cost; means nothing if the lease was lost.
     *
     * @param answered the server, if it has answered as it should: then its breaker is closed
     */
    public void spent(Lease lease, SourceCost cost, @Nullable Integer answered) {
        of(store.sql(SPEND), cost)
                .param("run", lease.runId())
                .param("database", lease.databaseId())
                .param("fence", lease.fence())
                .param("owner", lease.owner())
                .param("answered", answered, Types.INTEGER)
                .update();
    }

    /** Adds what asking a server for its databases cost. */
    public void swept(long run, int server, SourceCost cost) {
        of(store.sql(SPEND_SWEEP), cost)
                .param("run", run)
                .param("server", server)
                .update();
    }

    /** How many milliseconds of a server's time a run has taken so far. */
    public long millis(long run, int server) {
        return leases.spentMillis(run, server);
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, SourceCost cost) {
        return statement
                .param("connections", cost.connections())
                .param("roundTrips", cost.roundTrips())
                .param("rows", cost.rows())
                .param("bytesIn", cost.bytesIn())
                .param("bytesOut", cost.bytesOut())
                .param("sourceMillis", cost.sourceMillis());
    }
}

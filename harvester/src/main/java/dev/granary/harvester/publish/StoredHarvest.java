package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.SourceReading;
import dev.granary.harvester.store.NameDictionary;
import dev.granary.harvester.store.Staging;
import dev.granary.harvester.store.StoreFailure;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.DatabaseHarvest;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Harvests one database from end to end on one connection to the store: lock, read into staging, publish, warm. The lock is PostgreSQL's, held
 * by the connection, so that a database is harvested once at a time whoever starts it, and a process that dies lets go of it.
 */
public final class StoredHarvest implements DatabaseHarvest {

    /** The first key of the two-key advisory locks that harvests hold; the second is the database's id. */
    private static final int HARVEST_LOCK = 0x6772616E;

    private final DataSource store;
    private final SourceReading source;
    private final Warmer warmer;
    private final NameDictionary names = new NameDictionary();

    public StoredHarvest(DataSource store, SourceReading source, Warmer warmer) {
        this.store = store;
        this.source = source;
        this.warmer = warmer;
    }

    @Override
    public void harvest(Lease lease) throws HarvestFailure {
        try (var connection = store.getConnection()) {
            var single = new SingleConnectionDataSource(connection, true);
            var client = JdbcClient.create(single);
            if (!lock(client, lease.databaseId())) {
                throw new HarvestFailure(
                        null,
                        "busy",
                        "Another harvest of this database is under way; it will be harvested by that one.",
                        null);
            }
            try {
                publish(lease, connection, client, new TransactionTemplate(new DataSourceTransactionManager(single)));
            } finally {
                unlock(client, lease.databaseId());
            }
        } catch (StoreFailure | DataAccessException | SQLException e) {
            throw storeFailed(e);
        }
    }

    private void publish(Lease lease, Connection connection, JdbcClient client, TransactionTemplate transaction)
            throws HarvestFailure, SQLException {
        try (var staging = Staging.open(connection, names)) {
            var reading = source.read(lease, staging);
            staging.finish();
            var collation = collation(client, lease.databaseId());
            var published = new Publisher(client, transaction).publish(lease, staging, reading, collation);
            if (published.changed()) {
                warmer.warm(client, transaction, lease.databaseId(), published.sequence());
            }
        }
    }

    private static @Nullable String collation(JdbcClient client, int database) {
        return client.sql("SELECT \"collation\" FROM granary.database WHERE id = ?")
                .param(database)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private static boolean lock(JdbcClient client, int database) {
        return client.sql("SELECT pg_try_advisory_lock(?, ?)")
                .param(HARVEST_LOCK)
                .param(database)
                .query(Boolean.class)
                .single();
    }

    private static void unlock(JdbcClient client, int database) {
        client.sql("SELECT pg_advisory_unlock(?, ?)")
                .param(HARVEST_LOCK)
                .param(database)
                .query(Boolean.class)
                .single();
    }

    private static HarvestFailure storeFailed(Exception e) {
        return new HarvestFailure(
                null, "store", "Granary's own store failed while the harvest was being written; see the log.", e);
    }
}

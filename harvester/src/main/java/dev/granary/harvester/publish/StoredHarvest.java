package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
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
 * Harvests one database from end to end on one connection to the store: read into staging, publish, warm. The lease keeps others from harvesting it
 * meanwhile, and its fence keeps one who lost the lease from publishing.
 */
public final class StoredHarvest implements DatabaseHarvest {

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
            publish(lease, connection, client, new TransactionTemplate(new DataSourceTransactionManager(single)));
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
            var published = publish(lease, client, transaction, staging, reading, collation);
            if (published.changed()) {
                warmer.warm(client, transaction, lease.databaseId(), published.sequence());
            }
        }
    }

    private static Published publish(
            Lease lease,
            JdbcClient client,
            TransactionTemplate transaction,
            Staging staging,
            DatabaseReading reading,
            @Nullable String collation)
            throws HarvestFailure {
        try (var _ = GarbageLock.keepOut(client)) {
            return new Publisher(client, transaction).publish(lease, staging, reading, collation);
        }
    }

    private static @Nullable String collation(JdbcClient client, int database) {
        return client.sql("SELECT \"collation\" FROM granary.database WHERE id = ?")
                .param(database)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private static HarvestFailure storeFailed(Exception e) {
        return new HarvestFailure(
                null, "store", "Granary's own store failed while the harvest was being written; see the log.", e);
    }
}

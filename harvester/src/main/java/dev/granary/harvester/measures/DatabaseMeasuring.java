package dev.granary.harvester.measures;

import dev.granary.harvester.store.StoreFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures one database: no transaction is open while its source is read, and one short one writes what changed. */
final class DatabaseMeasuring {

    private final DataSource store;

    DatabaseMeasuring(DataSource store) {
        this.store = store;
    }

    /**
     * Measures the source connection's current database.
     *
     * @throws SourceRefusal when the source did not let itself be measured; that is written down
     */
    Measurement measure(Connection source, String server, String name, int database) throws SourceRefusal {
        try (var connection = store.getConnection()) {
            var single = new SingleConnectionDataSource(connection, true);
            var table = new MeasureTable(JdbcClient.create(single));
            try {
                var read = new SourceMeasures(source, connection).read();
                return new TransactionTemplate(new DataSourceTransactionManager(single))
                        .execute(status -> written(table, read, server, name, database));
            } catch (SourceRefusal refusal) {
                var fared = Measurement.refused(server, name, refusal.failure());
                table.fared(database, fared.status(), null, fared.code(), fared.reason());
                throw refusal;
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static Measurement written(
            MeasureTable table, SourceMeasures.Read read, String server, String name, int database) {
        int series = table.write(database);
        var refusal = read.by().tellsBytes() ? null : read.refusal();
        var status = refusal == null ? Measurement.Status.COMPLETE : Measurement.Status.ROWS_ONLY;
        var fared = new Measurement(
                server,
                name,
                status,
                series,
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.reason());
        table.fared(database, status, series, fared.code(), fared.reason());
        return fared;
    }
}

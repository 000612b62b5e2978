package dev.granary.harvester.measures;

import dev.granary.content.StoredText;
import dev.granary.harvester.catalog.MeasureStatement;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.harvester.store.BinaryCopy;
import dev.granary.harvester.store.StoreFailure;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads the sizes of one database into the staging tables of a connection to the store, a batch at a time. */
final class SourceMeasures {

    private static final String STAGING = SqlFile.read(SourceMeasures.class, "staging");
    private static final String INDEX_NAMES = SqlFile.read(SourceMeasures.class, "index_names");
    private static final int BATCH_BYTES = 1 << 20;

    private final Connection source;
    private final Connection store;
    private final BinaryCopy measured =
            new BinaryCopy("measured (source_id, index_id, rows, reserved_bytes, used_bytes)");
    private final BinaryCopy names = new BinaryCopy("measured_index (source_id, index_id, name)");

    SourceMeasures(Connection source, Connection store) {
        this.source = source;
        this.store = store;
    }

    /** By which statement it was read, and why not by a better one. */
    record Read(MeasureStatement by, @Nullable SourceFailure refusal) {}

    /**
     * Reads by the best statement that is not refused.
     *
     * @throws SourceRefusal with the first reason where all are refused, or where one fails otherwise
     */
    Read read() throws SourceRefusal, SQLException {
        try (var empty = store.createStatement()) {
            empty.execute(STAGING);
        }
        var refusals = new ArrayList<SourceFailure>();
        for (var statement : MeasureStatement.values()) {
            var refusal = ask(statement.sql(), measured, this::measure);
            if (refusal == null) {
                // Names are an ornament: an engine that refuses them is measured without.
                ask(INDEX_NAMES, names, this::name);
                return new Read(statement, refusals.isEmpty() ? null : refusals.getFirst());
            }
            refusals.add(refusal);
        }
        throw new SourceRefusal(refusals.getFirst());
    }

    /** Null once all was read; a refusal where not a row was. */
    private @Nullable SourceFailure ask(String sql, BinaryCopy copy, EachRow each) throws SourceRefusal {
        long rows = 0;
        try (var question = source.createStatement();
                var results = question.executeQuery(sql)) {
            while (results.next()) {
                rows++;
                each.row(results);
                if (copy.size() >= BATCH_BYTES) {
                    send(copy);
                }
            }
        } catch (SQLException refused) {
            var failure = SourceFailure.of(refused);
            if (rows > 0 || !isRefusal(failure.verdict())) {
                throw new SourceRefusal(failure);
            }
            return failure;
        }
        send(copy);
        return null;
    }

    private void measure(ResultSet row) throws SQLException {
        measured.row()
                .integer(row.getInt("object_id"))
                .integer(row.getInt("index_id"))
                .bigint(row.getLong("row_count"))
                .bigint(number(row, "reserved_bytes"))
                .bigint(number(row, "used_bytes"));
    }

    private void name(ResultSet row) throws SQLException {
        names.row()
                .integer(row.getInt("object_id"))
                .integer(row.getInt("index_id"))
                .text(StoredText.encode(row.getString("index_name")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    /** The store's errors are not the source's. */
    private void send(BinaryCopy copy) {
        try {
            copy.flush(store);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static boolean isRefusal(Verdict verdict) {
        return switch (verdict) {
            case DENIED, UNSUPPORTED, OTHER -> true;
            case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> false;
        };
    }

    private interface EachRow {
        void row(ResultSet results) throws SQLException;
    }
}

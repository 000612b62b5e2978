package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.FittedQuery;
import dev.granary.harvester.catalog.RowReader;
import dev.granary.sqlserver.SourceMeter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the rows of a section as they arrive. Where a section may be read on after a failure, only the rows of owners that are complete are
 * handed on.
 */
final class RowStream<R extends Record> {

    private static final int OWNERS_AT_ONCE = 200;

    private final Connection connection;
    private final CatalogQuery<R> query;
    private final SectionRows<R> rows;
    private final boolean whole;
    private final boolean cut;
    private final List<R> held = new ArrayList<>();
    private long count;
    private @Nullable Integer lastWhole;

    /** @param whole whether to hand on nothing of an owner before the last of his rows has arrived */
    RowStream(Connection connection, EngineFeatures engine, CatalogQuery<R> query, SectionRows<R> rows, boolean whole) {
        this.connection = connection;
        this.query = query;
        this.rows = rows;
        this.whole = whole;
        this.cut = engine.lookAlike();
    }

    /** How many rows arrived, also of a statement that failed; what was read again counts once. */
    long count() {
        return count;
    }

    /** The owner up to whom all rows were handed on; null when it is none. */
    @Nullable
    Integer lastWhole() {
        return lastWhole;
    }

    void read(FittedQuery fitted) throws SQLException {
        var statement = query.statement(connection);
        try (var closing = new ResultClosing(connection, statement)) {
            handOn(statement.executeQuery(fitted.sql()));
            closing.wasRead();
        }
    }

    /** Reads a statement of {@link FittedQuery#between}. */
    void read(FittedQuery bounded, int from, int to) throws SQLException {
        var statement = connection.prepareStatement(bounded.sql());
        try (var closing = new ResultClosing(connection, statement)) {
            statement.setInt(1, from);
            statement.setInt(2, to);
            handOn(statement.executeQuery());
            closing.wasRead();
        }
    }

    /** Reads the rows of some owners, a constant number of them at a time, so that one plan serves all. */
    void read(FittedQuery fitted, int[] owners) throws SQLException {
        if (owners.length == 0) {
            return;
        }
        var statement = connection.prepareStatement(fitted.among(OWNERS_AT_ONCE).sql());
        try (var closing = new ResultClosing(connection, statement)) {
            for (int from = 0; from < owners.length; from += OWNERS_AT_ONCE) {
                for (int i = 0; i < OWNERS_AT_ONCE; i++) {
                    statement.setInt(i + 1, owners[Math.min(from + i, owners.length - 1)]);
                }
                handOn(statement.executeQuery());
            }
            closing.wasRead();
        }
    }

    /** Hands on the owners' ids instead of the rows, each as often as it has rows. */
    void owners(FittedQuery fitted, IntConsumer ids) throws SQLException {
        var statement = query.statement(connection);
        try (var closing = new ResultClosing(connection, statement)) {
            var results = statement.executeQuery(fitted.sql());
            var reader = new RowReader<>(query.rowType(), results);
            while (results.next()) {
                reader.read();
                ids.accept(reader.ownerId());
            }
            closing.wasRead();
        }
    }

    /** All is there. */
    void end() {
        rows.end();
    }

    private void handOn(ResultSet metered) throws SQLException {
        var results = SourceMeter.raw(metered);
        var reader = new RowReader<>(query.rowType(), results, cut);
        // What a failed statement left belongs to an owner that is read again.
        count -= held.size();
        held.clear();
        long before = count;
        try {
            if (whole) {
                handOnWhole(results, reader);
            } else {
                while (results.next()) {
                    count++;
                    rows.row(reader.read());
                }
            }
        } finally {
            SourceMeter.countRows(connection, count - before);
        }
    }

    private void handOnWhole(ResultSet results, RowReader<R> reader) throws SQLException {
        int owner = 0;
        while (results.next()) {
            count++;
            var row = reader.read();
            if (!held.isEmpty() && owner != reader.ownerId()) {
                handOnHeld(owner);
            }
            owner = reader.ownerId();
            held.add(row);
        }
        handOnHeld(owner);
    }

    private void handOnHeld(int owner) {
        if (!held.isEmpty()) {
            held.forEach(rows::row);
            held.clear();
            lastWhole = owner;
        }
    }
}

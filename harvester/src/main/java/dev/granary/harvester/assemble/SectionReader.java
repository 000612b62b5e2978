package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.RowReader;
import dev.granary.model.Aspect;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.SourceMeter;
import dev.granary.sqlserver.StatementProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads sections one after the other, each row once, and keeps the account. Only a refusal before the first row can mean that a section is
 * denied or unsupported: an error after it is a failure, whatever its number.
 */
final class SectionReader {

    private final Connection connection;
    private final List<SectionReading> readings = new ArrayList<>();

    SectionReader(Connection connection) {
        this.connection = connection;
    }

    List<SectionReading> readings() {
        return readings;
    }

    /**
     * Reads a section that lists what is there, so that absence from it means something.
     *
     * @throws SectionFailure also where the section is denied or unsupported
     */
    <R extends Record> void require(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows)
            throws SectionFailure {
        var count = new RowCount();
        try {
            read(query, rows, count);
            complete(query, aspects, count);
        } catch (SQLException e) {
            throw failure(query, SourceFailure.of(e), e);
        }
    }

    /** Reads a section without which its parts are unknown. */
    <R extends Record> void read(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows)
            throws SectionFailure {
        var count = new RowCount();
        try {
            read(query, rows, count);
            complete(query, aspects, count);
        } catch (SQLException e) {
            if (count.rows > 0) {
                throw failure(query, SourceFailure.of(e), e);
            }
            refused(query, aspects, e);
        }
    }

    private <R extends Record> void read(CatalogQuery<R> query, SectionRows<R> rows, RowCount count)
            throws SQLException {
        try (var statement = query.statement(connection)) {
            try {
                var results = statement.executeQuery(query.sql());
                var reader = new RowReader<>(query.rowType(), results);
                while (results.next()) {
                    count.rows++;
                    rows.row(reader.read());
                }
                rows.end();
            } catch (RuntimeException | Error e) {
                cancel(statement, e);
                throw e;
            } finally {
                SourceMeter.countRows(connection, count.rows);
            }
        }
    }

    /** Closing a result that was not read to its end reads the rest: the server is told first that nobody wants it. */
    private static void cancel(Statement statement, Throwable cause) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void complete(CatalogQuery<?> query, Set<Aspect> aspects, RowCount count) {
        readings.add(new SectionReading(query.name(), SectionStatus.COMPLETE, aspects, count.rows, null, null));
    }

    private void refused(CatalogQuery<?> query, Set<Aspect> aspects, SQLException refusal) throws SectionFailure {
        var failure = probed(query, refusal);
        var status =
                switch (failure.verdict()) {
                    case UNSUPPORTED -> SectionStatus.UNSUPPORTED;
                    case DENIED -> SectionStatus.DENIED;
                    case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT, OTHER ->
                        throw failure(query, failure, refusal);
                };
        readings.add(new SectionReading(query.name(), status, aspects, 0, failure.code(), failure.reason()));
    }

    /** Engines that only resemble SQL Server refuse with numbers of their own: then what they lack is looked for. */
    private SourceFailure probed(CatalogQuery<?> query, SQLException refusal) throws SectionFailure {
        var failure = SourceFailure.of(refusal);
        switch (failure.verdict()) {
            case OTHER, UNSUPPORTED -> {
                try {
                    return new StatementProbe(connection)
                            .missing(query.sql())
                            .map(missing -> SourceFailure.lacking(missing, failure))
                            .orElse(failure);
                } catch (SQLException e) {
                    refusal.addSuppressed(e);
                    throw failure(query, SourceFailure.of(e), refusal);
                }
            }
            case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> {
                return failure;
            }
        }
        throw new IllegalStateException("Every verdict is answered above");
    }

    private static SectionFailure failure(CatalogQuery<?> query, SourceFailure failure, SQLException cause) {
        return new SectionFailure(query.name(), failure.code(), failure.reason(), cause);
    }

    /** How far a section came, also when it failed. */
    private static final class RowCount {
        private long rows;
    }
}

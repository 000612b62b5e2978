package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.FittedQuery;
import dev.granary.harvester.catalog.RowReader;
import dev.granary.model.Aspect;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.StatementProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads sections one after the other, each row once, and keeps the account. Only a refusal before the first row can mean that a section is
 * denied or unsupported: an error after it is a failure, whatever its number.
 */
final class SectionReader {

    private static final String LACKING = "lacking";

    private final Connection connection;
    private final EngineFeatures engine;
    private final List<SectionReading> readings = new ArrayList<>();

    SectionReader(Connection connection, EngineFeatures engine) {
        this.connection = connection;
        this.engine = engine;
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
        var fitted = engine.fit(query);
        var missing = engine.missing(fitted.sql());
        if (missing.isPresent()) {
            var lack = SourceFailure.lacking(missing.get(), LACKING);
            throw failure(query, lack, new SQLFeatureNotSupportedException(lack.reason()));
        }
        var count = new RowCount();
        try {
            read(query, fitted, rows, count);
            complete(query, fitted, aspects, count);
        } catch (SQLException e) {
            throw failure(query, SourceFailure.of(e), e);
        }
    }

    /** Reads a section without which its parts are unknown. */
    <R extends Record> void read(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows)
            throws SectionFailure {
        var fitted = engine.fit(query);
        var missing = engine.missing(fitted.sql());
        if (missing.isPresent()) {
            var lack = SourceFailure.lacking(missing.get(), LACKING);
            readings.add(new SectionReading(
                    query.name(), SectionStatus.UNSUPPORTED, aspects, 0, lack.code(), lack.reason()));
            return;
        }
        var count = new RowCount();
        try {
            read(query, fitted, rows, count);
            complete(query, fitted, aspects, count);
        } catch (SQLException e) {
            if (count.rows > 0) {
                throw failure(query, SourceFailure.of(e), e);
            }
            refused(query, fitted, aspects, e);
        }
    }

    private <R extends Record> void read(CatalogQuery<R> query, FittedQuery fitted, SectionRows<R> rows, RowCount count)
            throws SQLException {
        try (var statement = query.statement(connection)) {
            try {
                var results = statement.executeQuery(fitted.sql());
                var reader = new RowReader<>(query.rowType(), results);
                while (results.next()) {
                    count.rows++;
                    rows.row(reader.read());
                }
                rows.end();
            } catch (RuntimeException | Error e) {
                cancel(statement, e);
                throw e;
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

    private void complete(CatalogQuery<?> query, FittedQuery fitted, Set<Aspect> aspects, RowCount count) {
        readings.add(new SectionReading(
                query.name(), SectionStatus.COMPLETE, aspects, count.rows, null, null, fitted.without()));
    }

    private void refused(CatalogQuery<?> query, FittedQuery fitted, Set<Aspect> aspects, SQLException refusal)
            throws SectionFailure {
        var failure = probed(query, fitted, refusal);
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
    private SourceFailure probed(CatalogQuery<?> query, FittedQuery fitted, SQLException refusal)
            throws SectionFailure {
        var failure = SourceFailure.of(refusal);
        switch (failure.verdict()) {
            case OTHER, UNSUPPORTED -> {
                try {
                    return new StatementProbe(connection)
                            .missing(fitted.sql())
                            .map(missing -> SourceFailure.lacking(missing, failure.code()))
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

package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.EngineFunction;
import dev.granary.harvester.catalog.FittedQuery;
import dev.granary.harvester.catalog.Right;
import dev.granary.harvester.catalog.Substitute;
import dev.granary.model.Aspect;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.StatementProbe;
import dev.granary.sqlserver.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads sections one after the other, each row once, and keeps the account. Only a refusal before the first row can mean that a section is
 * denied or unsupported: an error after it is a failure, whatever its number, unless the section can be read on without single texts.
 */
final class SectionReader {

    private static final String LACKING = "lacking";
    private static final String PARTIAL_SIGHT = "partial-sight";
    private static final String EMPTY = "empty";
    private static final String EMPTY_REASON =
            "the engine only resembles SQL Server and shows nothing here though there must be some; what it would tell stays unknown";

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

    /** Adds to the account of a section what it was compared with. */
    void compared(CatalogQuery<?> query, CrossCheck crossCheck) {
        readings.replaceAll(reading -> reading.section().equals(query.name()) ? reading.with(crossCheck) : reading);
    }

    /**
     * Reads a section that lists what is there, so that absence from it means something.
     *
     * @throws SectionFailure also where the section is denied or unsupported
     */
    <R extends Record> void require(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows)
            throws SectionFailure {
        new Attempt<>(query, aspects, rows).read(true);
    }

    /** Whether the section that was read last was told by INFORMATION_SCHEMA. */
    boolean substituted() {
        return !readings.isEmpty() && readings.getLast().source() != null;
    }

    /**
     * Doubts that the section that was read last has no row, where an engine that only resembles SQL Server showed none: some of its views are
     * always empty.
     */
    void doubtIfEmpty() {
        var last = readings.isEmpty() ? null : readings.getLast();
        if (engine.lookAlike() && last != null && last.status() == SectionStatus.COMPLETE && last.rows() == 0) {
            readings.set(
                    readings.size() - 1,
                    new SectionReading(
                            last.section(), SectionStatus.UNSUPPORTED, last.aspects(), 0, EMPTY, EMPTY_REASON));
        }
    }

    /** Reads a section without which its parts are unknown. */
    <R extends Record> void read(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows)
            throws SectionFailure {
        new Attempt<>(query, aspects, rows).read(false);
    }

    /** Whether the engine is known to hash texts as Granary does, and to have what {@link CatalogQuery#MODULE_HASHES} asks. */
    boolean hashesTexts() {
        return engine.listed()
                && !engine.lookAlike()
                && engine.supports(EngineFunction.HASH_OF_TEXT)
                && engine.missing(engine.fit(CatalogQuery.MODULE_HASHES).sql()).isEmpty();
    }

    /** What became of the section that was read last. */
    SectionReading last() {
        return readings.getLast();
    }

    /**
     * Reads a statement of a section that another statement told already; it is not in the account.
     *
     * @throws SectionFailure whatever goes wrong: the section was there a moment ago
     */
    <R extends Record> void readMore(CatalogQuery<R> query, SectionRows<R> rows) throws SectionFailure {
        more(query, rows, stream -> stream.read(engine.fit(query)));
    }

    /** The same of some owners only. */
    <R extends Record> void readOwners(CatalogQuery<R> query, int[] owners, SectionRows<R> rows) throws SectionFailure {
        more(query, rows, stream -> stream.read(engine.fit(query), owners));
    }

    private <R extends Record> void more(CatalogQuery<R> query, SectionRows<R> rows, Reading<R> reading)
            throws SectionFailure {
        var stream = new RowStream<>(connection, engine, query, rows, false);
        try {
            reading.read(stream);
            stream.end();
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            throw new SectionFailure(query.name(), failure.code(), failure.reason(), e);
        }
    }

    private interface Reading<R extends Record> {
        void read(RowStream<R> stream) throws SQLException;
    }

    /** Keeps the account of a section that is not asked, because the login would see a part of it and not be told. */
    void denied(CatalogQuery<?> query, Set<Aspect> aspects, Right right) {
        readings.add(new SectionReading(query.name(), SectionStatus.DENIED, aspects, 0, PARTIAL_SIGHT, right.reason()));
    }

    /** One section's reading. */
    private final class Attempt<R extends Record> {

        private final CatalogQuery<R> query;
        private final Set<Aspect> aspects;
        private final FittedQuery fitted;
        private final SectionRows<R> rows;
        private final RowStream<R> stream;

        Attempt(CatalogQuery<R> query, Set<Aspect> aspects, SectionRows<R> rows) {
            this.rows = rows;
            this.query = query;
            this.aspects = aspects;
            this.fitted = engine.fit(query);
            this.stream = new RowStream<>(connection, engine, query, rows, fitted.hasTexts());
        }

        void read(boolean required) throws SectionFailure {
            var missing = engine.missing(fitted.sql());
            if (missing.isPresent()) {
                var lack = SourceFailure.lacking(missing.get(), LACKING);
                refused(lack, required, new SQLFeatureNotSupportedException(lack.reason()));
                return;
            }
            try {
                stream.read(fitted);
                stream.end();
                complete(null, 0);
            } catch (SQLException e) {
                failed(required, e);
            }
        }

        private void failed(boolean required, SQLException thrown) throws SectionFailure {
            var failure = stream.count() > 0 ? SourceFailure.of(thrown) : probed(thrown);
            switch (failure.verdict()) {
                case UNSUPPORTED, DENIED -> {
                    if (stream.count() > 0) {
                        throw failure(failure, thrown);
                    }
                    refused(failure, required, thrown);
                }
                case OTHER -> readOn(failure, required, thrown);
                case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT ->
                    throw failure(failure, thrown);
            }
        }

        /** Where single texts can do such damage. */
        private void readOn(SourceFailure failure, boolean required, SQLException thrown) throws SectionFailure {
            if (!fitted.hasTexts() || !DamagedSection.isDamage(thrown)) {
                unanswered(failure, required, thrown);
                return;
            }
            try {
                int unreadable = new DamagedSection<>(stream, fitted).read();
                stream.end();
                complete(failure, unreadable);
            } catch (SQLException e) {
                e.addSuppressed(thrown);
                unanswered(SourceFailure.of(e), required, e);
            }
        }

        /** What SQL Server does not explain is a failure; to an engine that only resembles it the statement may be strange as a whole. */
        private void unanswered(SourceFailure failure, boolean required, SQLException thrown) throws SectionFailure {
            if (!engine.lookAlike() || stream.count() > 0 || !DamagedSection.isDamage(thrown)) {
                throw failure(failure, thrown);
            }
            refused(SourceFailure.unanswered(failure.code()), required, thrown);
        }

        private void complete(@Nullable SourceFailure damage, int unreadable) {
            readings.add(new SectionReading(
                    query.name(),
                    SectionStatus.COMPLETE,
                    aspects,
                    stream.count(),
                    unreadable == 0 || damage == null ? null : damage.code(),
                    unreadable == 0
                            ? null
                            : "the engine failed on texts of %d objects, whose parts are unknown; look at them on the server"
                                    .formatted(unreadable),
                    unreadable,
                    fitted.without(),
                    null,
                    null));
        }

        private void refused(SourceFailure failure, boolean required, SQLException refusal) throws SectionFailure {
            if (failure.verdict() == Verdict.UNSUPPORTED && readElsewhere(failure)) {
                return;
            }
            if (required) {
                throw failure(failure, refusal);
            }
            var status =
                    switch (failure.verdict()) {
                        case UNSUPPORTED -> SectionStatus.UNSUPPORTED;
                        case DENIED -> SectionStatus.DENIED;
                        case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT, OTHER ->
                            throw failure(failure, refusal);
                    };
            readings.add(new SectionReading(query.name(), status, aspects, 0, failure.code(), failure.reason()));
        }

        /** What a missing view would have told, as far as other views can; false where they cannot tell the section at all. */
        private boolean readElsewhere(SourceFailure lack) throws SectionFailure {
            for (var substitute : Substitute.insteadOf(query)) {
                var other = engine.fit(substitute.query());
                if (engine.missing(other.sql()).isEmpty() && read(substitute, other, lack)) {
                    return true;
                }
            }
            return false;
        }

        /** False where it is refused too. */
        private boolean read(Substitute<R> substitute, FittedQuery other, SourceFailure lack) throws SectionFailure {
            var told = new RowStream<>(connection, engine, substitute.query(), rows, false);
            try {
                told.read(other);
                told.end();
            } catch (SQLException e) {
                var failure = SourceFailure.of(e);
                if (told.count() == 0 && (failure.verdict() == Verdict.UNSUPPORTED || DamagedSection.isDamage(e))) {
                    return false;
                }
                throw failure(failure, e);
            }
            var same = substitute.source() == null;
            var whole = substitute.untold().isEmpty();
            readings.add(new SectionReading(
                    query.name(),
                    whole ? SectionStatus.COMPLETE : SectionStatus.UNSUPPORTED,
                    whole ? aspects : substitute.untold(),
                    told.count(),
                    same ? null : lack.code(),
                    same ? null : lack.reason(),
                    0,
                    same ? other.without() : substitute.without(),
                    substitute.source(),
                    null));
            return true;
        }

        /** Engines that only resemble SQL Server refuse with numbers of their own: then what they lack is looked for. */
        private SourceFailure probed(SQLException refusal) throws SectionFailure {
            var failure = SourceFailure.of(refusal);
            return switch (failure.verdict()) {
                case OTHER, UNSUPPORTED -> {
                    try {
                        yield new StatementProbe(connection)
                                .missing(fitted.sql())
                                .map(missing -> SourceFailure.lacking(missing, failure.code()))
                                .orElse(failure);
                    } catch (SQLException e) {
                        refusal.addSuppressed(e);
                        throw failure(SourceFailure.of(e), refusal);
                    }
                }
                case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> failure;
            };
        }

        private SectionFailure failure(SourceFailure failure, SQLException cause) {
            return new SectionFailure(query.name(), failure.code(), failure.reason(), cause);
        }
    }
}

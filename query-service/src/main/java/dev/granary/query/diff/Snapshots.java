package dev.granary.query.diff;

import dev.granary.comparison.HarvestFormat;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the snapshots that a diff is asked of. */
@Component
class Snapshots {

    private static final String SNAPSHOTS = Sql.beside(Snapshots.class, "snapshots");
    private static final String THINNED = Sql.beside(Snapshots.class, "thinned");

    private final JdbcClient store;

    Snapshots(JdbcClient store) {
        this.store = store;
    }

    /** A snapshot of a database. */
    record State(
            DatabasePointer database, int sequence, Instant at, String tree, String structure, HarvestFormat format) {

        DiffView.Side side() {
            return new DiffView.Side(database.id(), database.server(), database.name(), sequence, at);
        }
    }

    /** The last one, unless a sequence or a time says which; never one that was thinned. */
    State of(DatabasePointer database, @Nullable Integer sequence, @Nullable Instant at) {
        return asked(SNAPSHOTS, database, sequence, at)
                .query((row, _) -> new State(
                        database,
                        row.getInt("sequence"),
                        row.getObject("read_to", OffsetDateTime.class).toInstant(),
                        row.getString("tree_hash"),
                        row.getString("structure_hash"),
                        HarvestFormat.parse(row.getString("format"))))
                .optional()
                .orElseThrow(() -> refusal(database, sequence, at));
    }

    private RefusedException refusal(DatabasePointer database, @Nullable Integer sequence, @Nullable Instant at) {
        if (sequence == null && at == null) {
            return new RefusedException(
                    Reason.NOT_HARVESTED, "Database %s was not harvested yet".formatted(database.name()));
        }
        return asked(THINNED, database, sequence, at)
                .query((row, _) -> new RefusedException(
                        Reason.THINNED,
                        "Snapshot %d of database %s was thinned; the nearest that is kept is %d, read until %s"
                                .formatted(
                                        row.getInt("sequence"),
                                        database.name(),
                                        row.getInt("kept"),
                                        row.getObject("kept_at", OffsetDateTime.class)
                                                .toInstant())))
                .optional()
                .orElseGet(() -> new RefusedException(
                        Reason.NOT_FOUND, "Database %s has no such snapshot".formatted(database.name())));
    }

    private JdbcClient.StatementSpec asked(
            String statement, DatabasePointer database, @Nullable Integer sequence, @Nullable Instant at) {
        return store.sql(statement)
                .param("database", database.id())
                .param("sequence", sequence, Types.INTEGER)
                .param(
                        "at",
                        at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }
}

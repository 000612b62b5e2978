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
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the snapshots that a diff is asked of. */
@Component
class Snapshots {

    private static final String SNAPSHOTS = Sql.beside(Snapshots.class, "snapshots");
    private static final String THINNED = Sql.beside(Snapshots.class, "thinned");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient store;

    Snapshots(JdbcClient store) {
        this.store = store;
    }

    /**
     * A snapshot of a database.
     *
     * @param unread the sections that were not read to their end, by name
     */
    record State(
            DatabasePointer database,
            int sequence,
            Instant at,
            String tree,
            String structure,
            HarvestFormat format,
            Map<String, Unread> unread) {

        State {
            unread = Collections.unmodifiableMap(new TreeMap<>(unread));
        }

        DiffView.Side side() {
            return new DiffView.Side(database.id(), database.server(), database.name(), sequence, at);
        }
    }

    /** Why a section was not read, and whether its objects and parts are those of an earlier snapshot, from when it was. */
    record Unread(String status, boolean carriedForward) {}

    /** The last one, unless a sequence or a time says which; never one that was thinned. */
    State of(DatabasePointer database, @Nullable Integer sequence, @Nullable Instant at) {
        return asked(SNAPSHOTS, database, sequence, at)
                .query((row, _) -> new State(
                        database,
                        row.getInt("sequence"),
                        row.getObject("read_to", OffsetDateTime.class).toInstant(),
                        row.getString("tree_hash"),
                        row.getString("structure_hash"),
                        HarvestFormat.parse(row.getString("format")),
                        unread(row.getString("unread"))))
                .optional()
                .orElseThrow(() -> refusal(database, sequence, at));
    }

    private static Map<String, Unread> unread(@Nullable String sections) {
        var unread = new TreeMap<String, Unread>();
        if (sections != null) {
            JSON.readTree(sections).properties().forEach(section -> {
                var what = section.getValue();
                unread.put(
                        section.getKey(),
                        new Unread(
                                what.path("status").asString("unknown"),
                                what.path("carriedForward").asBoolean(false)));
            });
        }
        return unread;
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

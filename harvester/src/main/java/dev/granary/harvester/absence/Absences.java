package dev.granary.harvester.absence;

import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides what of a matched reading's absences is believed, on the connection that holds the staging tables. What is not believed is put back
 * into {@code incoming} as it was.
 */
public final class Absences {

    private static final long ALWAYS_BELIEVED = 10;
    private static final double BELIEVED_SHARE = 0.2;

    private static final String RELEASES_SIGHT = SqlFile.read(Absences.class, "releases_sight");
    private static final String MISSING = SqlFile.read(Absences.class, "missing");
    private static final String MISSING_SCHEMAS = SqlFile.read(Absences.class, "missing_schemas");
    private static final String EXCUSE_FILTERED = SqlFile.read(Absences.class, "excuse_filtered");
    private static final String COUNT = SqlFile.read(Absences.class, "count_missing");
    private static final String BELIEVE = SqlFile.read(Absences.class, "believe");
    private static final String KEEP = SqlFile.read(Absences.class, "keep");
    private static final String KEPT = SqlFile.read(Absences.class, "kept");
    private static final String LIST_ITEMS = SqlFile.read(Absences.class, "list_items");

    private final JdbcClient store;
    private final int database;
    private final long run;

    public Absences(JdbcClient store, int database, long run) {
        this.store = store;
        this.database = database;
        this.run = run;
    }

    /** Whether this run was started to apply a hold of the database. */
    public boolean isRelease() {
        return store.sql("SELECT EXISTS (SELECT FROM granary.hold"
                        + " WHERE database_id = ? AND state = 'open' AND release_run_id = ?)")
                .param(database)
                .param(run)
                .query(Boolean.class)
                .single();
    }

    /** Whether this run was started to apply a hold that says that the login sees less, so that its loss is meant. */
    public boolean isReleaseOfSight() {
        return store.sql(RELEASES_SIGHT)
                .params(Map.of("database", database, "run", run))
                .query(Boolean.class)
                .single();
    }

    /**
     * Judges what was not found again, and keeps what that does not prove to be gone.
     *
     * @param loss what the login sees less than before
     * @param hidden how many parts were known and could not be read this time
     */
    public Verdict judge(Sight last, DatabaseReading reading, SightLoss loss, long hidden) {
        store.sql(MISSING).params(Map.of("database", database, "run", run)).update();
        boolean filterUnknown = excuseFiltered(last, reading);
        var count =
                store.sql(COUNT).param("database", database).query(Count.class).single();
        var doubt = loss.isAny() || hidden > 0 ? visibilityFell(count, loss, hidden) : null;
        if (doubt == null && filterUnknown) {
            doubt = filterChanged(count);
        }
        if (doubt == null && count.isTooMany()) {
            doubt = tooMany(count);
        }
        if (doubt == null && count.missing() > 0 && isRelease()) {
            doubt = notReleased(count);
        }
        if (doubt == null) {
            store.sql(BELIEVE).update();
        }
        store.sql(KEEP).update();
        int items = store.sql(LIST_ITEMS).param("database", database).update();
        var kept = store.sql(KEPT)
                .param("columns", Aspect.COLUMNS.code())
                .query(Kept.class)
                .single();
        if (items == 0) {
            return new Verdict(0, kept.objects(), kept.columns(), null, null, null);
        }
        var reason = doubt == null ? stillMissing(items, count) : doubt;
        return new Verdict(items, kept.objects(), kept.columns(), loss.onlySection(), reason.code(), reason.inWords());
    }

    /** Lets go what the registry's filter explains; true if the filter explains some, but nobody knows whether it did before. */
    private boolean excuseFiltered(Sight last, DatabaseReading reading) {
        var before = last.schemas();
        var left = store
                .sql(MISSING_SCHEMAS)
                .param(ObjectKind.SCHEMA.code())
                .query((row, n) -> new Named(row.getInt("id"), StoredText.decode(row.getString("name"))))
                .list()
                .stream()
                .filter(schema -> !reading.schemas().includes(schema.name()))
                .toList();
        if (before == null) {
            return !left.isEmpty();
        }
        var explained = left.stream()
                .filter(schema -> before.includes(schema.name()))
                .map(Named::id)
                .toArray(Integer[]::new);
        if (explained.length > 0) {
            store.sql(EXCUSE_FILTERED)
                    .param("schemaKind", ObjectKind.SCHEMA.code())
                    .param("schemas", explained)
                    .update();
        }
        return false;
    }

    private static Doubt visibilityFell(Count count, SightLoss loss, long hidden) {
        return new Doubt(
                "visibility-fell",
                ("The harvest login saw less than before (%s). %d objects were not found again and %d parts could not be read; they are kept"
                                + " as they were. Give the login its rights back, or release the hold if this is meant.")
                        .formatted(loss.inWords(), count.missing(), hidden));
    }

    private static Doubt filterChanged(Count count) {
        return new Doubt(
                "filter-changed",
                ("%d objects were not found again, some in schemas that the registry does not include, and the last snapshot does not say"
                                + " whether it did then. They are kept as they were. Release the hold if this is meant.")
                        .formatted(count.missing()));
    }

    private static Doubt tooMany(Count count) {
        return new Doubt(
                "too-many-losses",
                ("%d of %d objects were not found again, more than a harvest believes without proof (the greater of %d and %.0f %%, and never"
                                + " all). They are kept as they were. See what the harvest login may see; release the hold if they are gone.")
                        .formatted(count.missing(), count.current(), ALWAYS_BELIEVED, BELIEVED_SHARE * 100));
    }

    private static Doubt notReleased(Count count) {
        return new Doubt(
                "not-released",
                "Of %d objects that were not found again some were not on the list that was released; those are kept as they were."
                        .formatted(count.missing()));
    }

    private static Doubt stillMissing(int items, Count count) {
        return new Doubt(
                Objects.requireNonNullElse(count.openCode(), "too-many-losses"),
                "%d objects of an open hold are still not found; they are kept until somebody releases or rejects it."
                        .formatted(items));
    }

    /** Why an absence proves nothing. */
    private record Doubt(String code, String inWords) {}

    private record Named(int id, String name) {}

    record Kept(int objects, int columns) {}

    record Count(
            long current,
            long currentInSchema,
            long missing,
            long missingInSchema,
            @Nullable String openCode) {

        boolean isTooMany() {
            return missing > 0
                    && (missing > Math.max(ALWAYS_BELIEVED, BELIEVED_SHARE * current)
                            || (missingInSchema > 0 && missingInSchema == currentInSchema));
        }
    }
}

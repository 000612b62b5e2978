package dev.granary.harvester.publish;

import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.harvester.store.Staging;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.model.NameCollation;
import dev.granary.model.ObjectKind;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes a staged reading as the next snapshot of its database. Matching and comparing come first, outside any transaction: the caller
 * holds the database's lock, so what is current cannot move. The one transaction then only applies the differences, and readers see the old
 * snapshot or the new one.
 */
final class Publisher {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> STATEMENTS = new ConcurrentHashMap<>();

    private final JdbcClient store;
    private final TransactionTemplate transaction;

    Publisher(JdbcClient store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Publishes what is staged.
     *
     * @param collation of the database, by which its names are compared
     * @throws HarvestFailure when the lease was lost or the losses prove nothing; then nothing is published
     */
    Published publish(Lease lease, Staging staged, DatabaseReading reading, @Nullable String collation)
            throws HarvestFailure {
        var last = LastSnapshot.of(store, lease.databaseId());
        refuseNarrowerSight(last, reading);
        prepare(reading);
        long changed = compare(lease, last.isPresent(), NameCollation.of(collation));
        var tree = changed == 0 && last.isPresent() ? last.get().tree() : tree();
        int sequence = last.map(LastSnapshot::sequence).orElse(0) + 1;
        var published = new Published(sequence, changed > 0 || last.isEmpty(), staged.objects(), staged.columns());
        boolean fresh = Boolean.TRUE.equals(
                transaction.execute(status -> apply(lease, last.isEmpty(), reading, tree, published)));
        if (!fresh) {
            throw new HarvestFailure(
                    null, "lost-lease", "Another worker took this database over while it was being read.", null);
        }
        return published;
    }

    private static void refuseNarrowerSight(Optional<LastSnapshot> last, DatabaseReading reading)
            throws HarvestFailure {
        if (last.isEmpty()) {
            return;
        }
        if (Boolean.TRUE.equals(last.get().viewDefinition()) && Boolean.FALSE.equals(reading.viewDefinition())) {
            throw new HarvestFailure(
                    null,
                    "visibility-fell",
                    "The harvest login has lost VIEW DEFINITION in this database; grant it again. The last snapshot stays.",
                    null);
        }
        for (var section : reading.sections()) {
            if (section.status() != SectionStatus.COMPLETE && last.get().wasComplete(section.section())) {
                throw new HarvestFailure(
                        section.section(),
                        Objects.requireNonNullElse(section.code(), "visibility-fell"),
                        "%s The section was complete at the last harvest, whose snapshot stays."
                                .formatted(Objects.requireNonNullElse(section.reason(), "")),
                        null);
            }
        }
    }

    private void prepare(DatabaseReading reading) {
        var kinds = new ArrayList<Integer>();
        var aspects = new ArrayList<Integer>();
        for (var kind : ObjectKind.values()) {
            for (var section : reading.sections()) {
                if (section.status() != SectionStatus.COMPLETE) {
                    section.aspects().stream().filter(kind.aspects()::contains).forEach(aspect -> {
                        kinds.add(kind.code());
                        aspects.add(aspect.code());
                    });
                }
            }
        }
        if (!kinds.isEmpty()) {
            store.sql(sql("fill_unknown"))
                    .param(kinds.toArray(Integer[]::new))
                    .param(aspects.toArray(Integer[]::new))
                    .update();
        }
        run("assemble");
        store.sql("ANALYZE incoming").update();
        run("fresh_definitions");
        store.sql("ANALYZE fresh_definition").update();
        run("add_definitions");
        run("identify_definitions");
    }

    /** Returns how many objects are added, changed or removed. */
    private long compare(Lease lease, boolean hasCurrent, NameCollation collation) throws HarvestFailure {
        if (!hasCurrent) {
            return store.sql("SELECT count(*) FROM incoming").query(Long.class).single();
        }
        run("match_by_id", lease.databaseId());
        run("match_by_name", lease.databaseId());
        matchAlike(lease, collation);
        run("compare", lease.databaseId());
        var row = store.sql(sql("losses"))
                .param(lease.databaseId())
                .param(lease.databaseId())
                .query((r, n) -> Map.entry(
                        new Losses(r.getLong("current"), r.getLong("removed"), r.getLong("blinded")),
                        r.getLong("changed")))
                .single();
        row.getKey().refuseUnproven();
        return row.getValue() + row.getKey().removed();
    }

    /** Names that differ in bytes and are equal under the database's collation: a table renamed from {@code orders} to {@code Orders}. */
    private void matchAlike(Lease lease, NameCollation collation) {
        var taken = new HashSet<Object>();
        store
                .sql(sql("unmatched_alike"))
                .param(lease.databaseId())
                .query((r, n) -> new Alike(
                        r.getInt("space"),
                        r.getInt("source_id"),
                        r.getInt("object_id"),
                        collation.same(decoded(r.getString("incoming_schema")), decoded(r.getString("schema_name")))
                                && collation.same(decoded(r.getString("incoming_name")), decoded(r.getString("name")))))
                .list()
                .stream()
                .filter(pair -> pair.same()
                        && taken.add(pair.objectId())
                        && taken.add(Map.entry(pair.space(), pair.sourceId())))
                .forEach(pair -> store.sql("UPDATE incoming SET object_id = ? WHERE space = ? AND source_id = ?")
                        .param(pair.objectId())
                        .param(pair.space())
                        .param(pair.sourceId())
                        .update());
    }

    private static String decoded(@Nullable String stored) {
        return stored == null ? "" : StoredText.decode(stored);
    }

    private TreeHash tree() {
        return store.sql(sql("tree"))
                .query((r, n) -> TreeHash.of(r.getBytes("hash"), r.getBytes("structure_hash")))
                .single();
    }

    /** The publishing transaction; false when the lease was lost. */
    private boolean apply(Lease lease, boolean first, DatabaseReading reading, TreeHash tree, Published published) {
        var values = new TreeMap<String, Object>();
        values.put("run", lease.runId());
        values.put("database", lease.databaseId());
        values.put("fence", lease.fence());
        values.put("sequence", published.sequence());
        values.put("outcome", published.changed() ? "published" : "unchanged");
        values.put("objects", published.objects());
        values.put("columns", published.columns());
        if (store.sql(sql("finish_work")).params(values).update() == 0) {
            return false;
        }
        values.put("readFrom", Timestamp.from(reading.readFrom()));
        values.put("readTo", Timestamp.from(reading.readTo()));
        values.put("sections", JSON.writeValueAsString(sections(reading)));
        values.put("visibility", JSON.writeValueAsString(visibility(reading)));
        values.put("treeHash", tree.all().bytes());
        values.put("structureHash", tree.structure().bytes());
        store.sql(sql("add_snapshot")).params(values).update();
        if (published.changed()) {
            applyChanges(first, values);
        }
        store.sql(sql("refresh_system_names")).update();
        store.sql(sql("clear_stale")).params(values).update();
        store.sql("SELECT pg_notify('granary_published', ?)")
                .param(Integer.toString(lease.databaseId()))
                .query((r, n) -> true)
                .single();
        return true;
    }

    private void applyChanges(boolean first, Map<String, Object> values) {
        if (!first) {
            store.sql(sql("close_placements")).params(values).update();
        }
        run("identify_added");
        for (var step : new String[] {"add_objects", "re_create_objects", "open_placements"}) {
            store.sql(sql(step)).params(values).update();
        }
        store.sql(sql(first ? "add_first_change" : "add_changes"))
                .params(values)
                .update();
    }

    private static Map<String, Object> sections(DatabaseReading reading) {
        var sections = new TreeMap<String, Object>();
        for (var section : reading.sections()) {
            sections.put(section.section(), section(section));
        }
        return sections;
    }

    private static Map<String, Object> section(SectionReading section) {
        var entry = new TreeMap<String, Object>();
        entry.put("status", section.status().name().toLowerCase(Locale.ROOT));
        entry.put("rows", section.rows());
        if (section.code() != null) {
            entry.put("code", section.code());
        }
        if (section.reason() != null) {
            entry.put("reason", section.reason());
        }
        if (section.unreadable() > 0) {
            entry.put("unreadable", section.unreadable());
        }
        if (!section.without().isEmpty()) {
            entry.put("without", section.without());
        }
        return entry;
    }

    private static Map<String, Object> visibility(DatabaseReading reading) {
        var visibility = new TreeMap<String, Object>();
        if (reading.viewDefinition() != null) {
            visibility.put("viewDefinition", reading.viewDefinition());
        }
        if (reading.modulesWithoutText() != null) {
            visibility.put("modulesWithoutText", reading.modulesWithoutText());
        }
        return visibility;
    }

    private void run(String step, Object... parameters) {
        var statement = store.sql(sql(step));
        for (var parameter : parameters) {
            statement = statement.param(parameter);
        }
        statement.update();
    }

    private static String sql(String name) {
        return STATEMENTS.computeIfAbsent(name, n -> SqlFile.read(Publisher.class, n));
    }

    private record Alike(int space, int sourceId, int objectId, boolean same) {}
}

package dev.granary.query.diff;

import dev.granary.comparison.HarvestFormat;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the two sides of a diff could tell, and what their logins could see: what one of them could not is no difference. */
record Sight(Snapshots.State left, Snapshots.State right) {

    static final String LEFT = "left";
    static final String RIGHT = "right";

    /** Which section lists the objects of a kind, if a database can be harvested without it: not read, it makes none of them known. */
    private static final Map<ObjectKind, String> LISTED_BY = Map.of(
            ObjectKind.DATABASE_TRIGGER, "triggers",
            ObjectKind.ASSEMBLY, "assemblies",
            ObjectKind.XML_SCHEMA_COLLECTION, "xml_schemas",
            ObjectKind.PARTITION_FUNCTION, "partition_functions",
            ObjectKind.PARTITION_SCHEME, "partition_schemes",
            ObjectKind.DATABASE_USER, "principals",
            ObjectKind.DATABASE_ROLE, "principals",
            ObjectKind.APPLICATION_ROLE, "principals");

    /** What the sections feed that are no structure; all others are. */
    private static final Map<String, Aspect> BESIDE_STRUCTURE = Map.ofEntries(
            Map.entry("descriptions", Aspect.DESCRIPTIONS),
            Map.entry("storage", Aspect.STORAGE),
            Map.entry("statistics", Aspect.STATISTICS),
            Map.entry("partition_functions", Aspect.PARTITION_FUNCTION),
            Map.entry("partition_schemes", Aspect.PARTITION_SCHEME),
            Map.entry("scoped_configurations", Aspect.SCOPED_CONFIGURATION),
            Map.entry("classifications", Aspect.CLASSIFICATION),
            Map.entry("dependencies", Aspect.DEPENDENCIES),
            Map.entry("principals", Aspect.PRINCIPAL),
            Map.entry("role_members", Aspect.MEMBERSHIPS),
            Map.entry("permissions", Aspect.PERMISSIONS));

    /** What the harvesters of both could tell. */
    HarvestFormat format() {
        return left.format().common(right.format());
    }

    /** The sections that were not read to their end on either side: what both did not read is equal by its hashes, and unknown. */
    List<DiffView.NotCompared> unread(Parts parts) {
        var unread = new ArrayList<DiffView.NotCompared>();
        addUnread(LEFT, left, parts, unread);
        addUnread(RIGHT, right, parts, unread);
        return unread;
    }

    private static void addUnread(String side, Snapshots.State state, Parts parts, List<DiffView.NotCompared> unread) {
        var database = ObjectKind.DATABASE.jsonName();
        state.unread().forEach((section, what) -> {
            if (parts.compare(BESIDE_STRUCTURE.get(section))) {
                unread.add(new DiffView.NotCompared(
                        database, null, state.database().name(), section, side, what.status()));
            }
        });
    }

    /** Without the objects of one side whose kind the harvester of the other did not list. */
    List<Pair> comparable(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.onBothSides() || lacking(pair).format().knows(pair.objectKind()))
                .toList();
    }

    /** Why nobody knows whether an object of one side is there on the other too; null where its absence was seen. */
    DiffView.@Nullable NotCompared unseen(Pair pair) {
        var section = LISTED_BY.get(pair.objectKind());
        if (pair.onBothSides() || section == null) {
            return null;
        }
        var unread = lacking(pair).unread().get(section);
        var side = pair.oldDefinition() == null ? LEFT : RIGHT;
        return unread == null || unread.carriedForward()
                ? null
                : new DiffView.NotCompared(
                        pair.kind(), pair.schema(), pair.name(), DiffView.NotCompared.WHOLE, side, unread.status());
    }

    private Snapshots.State lacking(Pair pair) {
        return pair.oldDefinition() == null ? left : right;
    }
}

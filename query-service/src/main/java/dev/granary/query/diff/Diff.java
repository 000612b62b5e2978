package dev.granary.query.diff;

import dev.granary.comparison.Change;
import dev.granary.comparison.DefinitionChanges;
import dev.granary.comparison.DefinitionComparison;
import dev.granary.comparison.HarvestFormat;
import dev.granary.comparison.PartPair;
import dev.granary.comparison.Renames;
import dev.granary.content.StoredText;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.query.changes.Difference;
import dev.granary.query.store.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares two states: which objects differ, and in what. */
@Component
class Diff {

    private static final String BETWEEN = Sql.beside(Diff.class, "between_snapshots");
    private static final String PARTS = Sql.beside(Diff.class, "parts");
    private static final int BATCH = 200;
    private static final int MOST_NOT_COMPARED = 1000;
    private static final Comparator<DiffView.Item> ORDER = Comparator.<DiffView.Item, String>comparing(
                    item -> Objects.requireNonNullElse(item.schema(), ""))
            .thenComparing(DiffView.Item::name)
            .thenComparing(DiffView.Item::kind);

    private final JdbcClient store;
    private final Trees trees;

    Diff(JdbcClient store, Trees trees) {
        this.store = store;
        this.trees = trees;
    }

    DiffView compare(Snapshots.State left, Snapshots.State right, Parts parts, int limit) {
        var sight = new Sight(left, right);
        var differing = sight.comparable(
                left.database().id() == right.database().id()
                        ? between(left, right)
                        : trees.differing(left, right, parts.structureOnly()));
        var items = new ArrayList<DiffView.Item>();
        var notCompared = new ArrayList<>(sight.unread(parts));
        var pairs = new ArrayList<Pair>();
        for (var pair : differing) {
            var unseen = sight.unseen(pair);
            if (unseen == null) {
                pairs.add(pair);
            } else if (parts.compare(pair.objectKind())) {
                notCompared.add(unseen);
            }
        }
        var comparison =
                new DefinitionComparison(sight.format(), new Renames(names(pairs), columns(pairs, sight.format())));
        for (int from = 0; from < pairs.size(); from += BATCH) {
            compare(pairs.subList(from, Math.min(from + BATCH, pairs.size())), parts, comparison, items, notCompared);
        }
        items.sort(ORDER);
        return new DiffView(
                left.side(),
                right.side(),
                parts.names().stream().sorted().toList(),
                items.isEmpty(),
                items.subList(0, Math.min(limit, items.size())),
                items.size(),
                notCompared.subList(0, Math.min(MOST_NOT_COMPARED, notCompared.size())));
    }

    private List<Pair> between(Snapshots.State left, Snapshots.State right) {
        boolean forwards = left.sequence() <= right.sequence();
        var statement = store.sql(BETWEEN)
                .param("database", left.database().id())
                .param("earlier", Math.min(left.sequence(), right.sequence()))
                .param("later", Math.max(left.sequence(), right.sequence()));
        var pairs = Sql.list(statement, Pair.class);
        return forwards ? pairs : pairs.stream().map(Pair::backwards).toList();
    }

    private static Map<Renames.Name, Renames.Name> names(List<Pair> pairs) {
        var renames = new HashMap<Renames.Name, Renames.Name>();
        for (var pair : pairs) {
            if (pair.onBothSides() && pair.event() != null && pair.oldSchema() != null && pair.newSchema() != null) {
                renames.put(oldName(pair), new Renames.Name(decoded(pair.newSchema()), decoded(pair.newName())));
            }
        }
        return renames;
    }

    /** Beforehand, since a foreign key may be compared before the table that it refers to. */
    private Map<Renames.Name, Map<String, String>> columns(List<Pair> pairs, HarvestFormat format) {
        var comparison = new DefinitionComparison(format, Renames.NONE);
        var tables = pairs.stream()
                .filter(pair -> pair.kind().equals(ObjectKind.TABLE.jsonName()) && pair.needsComparing())
                .toList();
        var renamed = new HashMap<Renames.Name, Map<String, String>>();
        for (int from = 0; from < tables.size(); from += BATCH) {
            var batch = tables.subList(from, Math.min(from + BATCH, tables.size()));
            differingParts(batch, Set.of(Aspect.COLUMNS.jsonName())).forEach((place, parts) -> {
                var columns = comparison.renamedColumns(ObjectKind.TABLE, parts.getFirst());
                if (!columns.isEmpty()) {
                    renamed.put(oldName(batch.get(place)), columns);
                }
            });
        }
        return renamed;
    }

    private static Renames.Name oldName(Pair pair) {
        return new Renames.Name(decoded(pair.oldSchema()), decoded(pair.oldName()));
    }

    private void compare(
            List<Pair> batch,
            Parts parts,
            DefinitionComparison comparison,
            List<DiffView.Item> items,
            List<DiffView.NotCompared> notCompared) {
        var differing = differingParts(batch, parts.aspects());
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            var kind = pair.objectKind();
            var changes = comparison.compare(
                    kind,
                    differing.getOrDefault(i, List.of()),
                    kind == ObjectKind.TABLE ? comparison.renames().columnsOf(oldName(pair)) : Map.of());
            var event = pair.event();
            var told = changes.changes().stream().filter(parts::tell).toList();
            if (parts.compare(kind) && (event != null || !told.isEmpty())) {
                items.add(item(pair, event == null ? "altered" : event, changes, told));
            }
            if (notCompared.size() < MOST_NOT_COMPARED) {
                differing.getOrDefault(i, List.of()).stream()
                        .filter(part -> changes.unknown().contains(part.aspect()))
                        .forEach(part -> notCompared.add(DiffView.NotCompared.part(pair, part)));
            }
        }
    }

    private static DiffView.Item item(Pair pair, String event, DefinitionChanges changes, List<Change> told) {
        boolean named = event.equals("renamed") || event.equals("moved");
        return new DiffView.Item(
                pair.kind(),
                pair.schema(),
                pair.name(),
                named && pair.oldSchema() != null ? decoded(pair.oldSchema()) : null,
                named ? decoded(pair.oldName()) : null,
                event,
                named || event.equals("removed") || changes.breaking(),
                told.stream().map(Difference::of).toList(),
                changes.more());
    }

    private Map<Integer, List<PartPair>> differingParts(List<Pair> batch, Set<String> aspects) {
        var places = new ArrayList<Integer>();
        var old = new ArrayList<Integer>();
        var now = new ArrayList<Integer>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).needsComparing()) {
                places.add(i);
                old.add(Objects.requireNonNull(batch.get(i).oldDefinition()));
                now.add(Objects.requireNonNull(batch.get(i).newDefinition()));
            }
        }
        var found = new HashMap<Integer, List<PartPair>>();
        if (!places.isEmpty()) {
            store.sql(PARTS)
                    .param("old", old.toArray(Integer[]::new))
                    .param("new", now.toArray(Integer[]::new))
                    .param("aspects", aspects.toArray(String[]::new))
                    .query(row -> {
                        found.computeIfAbsent(places.get(row.getInt("place") - 1), _ -> new ArrayList<>())
                                .add(new PartPair(
                                        row.getString("aspect"),
                                        row.getString("was"),
                                        row.getBoolean("old_unknown"),
                                        row.getString("now"),
                                        row.getBoolean("new_unknown")));
                    });
        }
        return found;
    }

    private static String decoded(@Nullable String stored) {
        return stored == null ? "" : StoredText.decode(stored);
    }
}

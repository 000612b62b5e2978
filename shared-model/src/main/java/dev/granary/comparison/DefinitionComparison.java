package dev.granary.comparison;

import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares an object's parts with what they were.
 *
 * @param before what the harvester of the earlier side could tell
 * @param renames what was renamed in between
 */
public record DefinitionComparison(HarvestFormat before, Renames renames) {

    /** The changes that are told of one object; the rest is counted. */
    public static final int MOST_TOLD = 100;

    private static final String COLUMNS = Aspect.COLUMNS.jsonName();
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * The columns of a table that have another name, the new one by the old one: told by where they stand among those that kept theirs, and only
     * where everything else of them is equal.
     */
    public Map<String, String> renamedColumns(ObjectKind kind, PartPair columns) {
        if (kind != ObjectKind.TABLE || columns.isUnknown() || columns.was() == null || columns.now() == null) {
            return Map.of();
        }
        var missing = before.missing(kind, COLUMNS);
        return ColumnRenames.between(body(columns.was(), missing), body(columns.now(), missing));
    }

    /** @param parts those that differ, in any order; a part that is equal on both sides adds nothing */
    public DefinitionChanges compare(ObjectKind kind, List<PartPair> parts) {
        var columns =
                parts.stream().filter(part -> part.aspect().equals(COLUMNS)).findAny();
        return compare(
                kind, parts, columns.map(part -> renamedColumns(kind, part)).orElse(Map.of()));
    }

    /** @param columns those of the object itself that were renamed */
    public DefinitionChanges compare(ObjectKind kind, List<PartPair> parts, Map<String, String> columns) {
        var changes = new ArrayList<Change>();
        var aspects = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        boolean reformatted = false;
        for (var part : parts) {
            if (!before.knows(kind, part.aspect())) {
                reformatted = true;
            } else if (part.isUnknown()) {
                unknown.add(part.aspect());
            } else {
                var found = changes(kind, part, columns);
                if (found.isEmpty()) {
                    reformatted = true;
                } else {
                    aspects.add(part.aspect());
                    changes.addAll(found);
                }
            }
        }
        boolean breaking = changes.stream().anyMatch(Change::breaking);
        int told = Math.min(changes.size(), MOST_TOLD);
        return new DefinitionChanges(
                changes.subList(0, told), changes.size() - told, breaking, aspects, reformatted, unknown);
    }

    private List<Change> changes(ObjectKind kind, PartPair part, Map<String, String> columns) {
        var missing = before.missing(kind, part.aspect());
        var was = body(part.was(), missing);
        var now = body(part.now(), missing);
        if (was.equals(now)) {
            return List.of();
        }
        var changes = compare(kind, part.aspect(), was, now);
        if (changes.isEmpty()) {
            changes.add(new Change(ChangeType.OPTION_CHANGED, null, part.aspect(), null, null, false));
        }
        var followed = new LinkedHashMap<String, String>();
        ColumnRenames.follow(was, columns, followed);
        renames.follow(was, followed);
        if (!followed.isEmpty()) {
            // What is left may differ in its order alone, which went by the old names.
            var rest = compare(kind, part.aspect(), was, now);
            if (rest.size() < changes.size()) {
                followed.forEach((from, to) -> rest.add(
                        part.aspect().equals(COLUMNS)
                                ? new Change(ChangeType.COLUMN_RENAMED, from, null, from, to, false)
                                : new Change(ChangeType.REFERENCE_RENAMED, to, null, from, to, true)));
                return rest;
            }
        }
        return changes;
    }

    private static List<Change> compare(ObjectKind kind, String aspect, JsonNode was, JsonNode now) {
        var changes = new ArrayList<Change>();
        PartRules.of(aspect).compare(null, was, now, changes);
        if (kind != ObjectKind.TABLE && kind != ObjectKind.TABLE_TYPE) {
            // Nobody inserts into what only gives columns.
            changes.replaceAll(change ->
                    change.type() == ChangeType.COLUMN_ADDED_REQUIRED ? change.as(ChangeType.COLUMN_ADDED) : change);
        }
        return changes;
    }

    /** An object without the part is like one whose part says nothing. */
    private static JsonNode body(@Nullable String body, Set<String> without) {
        var tree = body == null ? JSON.createObjectNode() : JSON.readTree(body);
        if (!without.isEmpty()) {
            strip(tree, without);
        }
        return tree;
    }

    private static void strip(JsonNode node, Set<String> properties) {
        if (node instanceof ObjectNode object) {
            object.remove(properties);
        }
        node.forEach(child -> strip(child, properties));
    }
}

package dev.granary.harvester.publish;

import dev.granary.comparison.DefinitionChanges;
import dev.granary.comparison.DefinitionComparison;
import dev.granary.comparison.HarvestFormat;
import dev.granary.comparison.PartPair;
import dev.granary.comparison.Renames;
import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.Section;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.PlacementCause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what became of the content of the objects that have another definition: typed and graded changes, or none where only the harvester tells
 * more than the one before. Works in batches, before the publishing transaction; an object's changes are told up to a limit, the rest counted.
 */
final class Grading {

    private static final int BATCH_OBJECTS = 200;
    private static final String COLUMNS = Aspect.COLUMNS.jsonName();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Steps steps;

    Grading(Steps steps) {
        this.steps = steps;
    }

    void grade(int database, HarvestFormat before) {
        var comparison = new DefinitionComparison(before, new Renames(names(database), columns(database, before)));
        int after = Integer.MIN_VALUE;
        for (var batch = batch(after); !batch.isEmpty(); batch = batch(after)) {
            store(batch, comparison);
            after = batch.getLast().objectId;
        }
        var unread = new HashSet<>(steps.step("unread_sections")
                .param(database)
                .query(String.class)
                .list());
        steps.step("renew_quietly")
                .param(kinds(kind -> !before.knows(kind)))
                .param(kinds(kind -> isListedBy(unread, kind)))
                .update();
    }

    private static boolean isListedBy(Set<String> sections, ObjectKind kind) {
        return Arrays.stream(Section.values())
                .anyMatch(section -> section.listed().contains(kind) && sections.contains(section.sectionName()));
    }

    private static Integer[] kinds(Predicate<ObjectKind> wanted) {
        return Arrays.stream(ObjectKind.values())
                .filter(wanted)
                .map(ObjectKind::code)
                .toArray(Integer[]::new);
    }

    private Map<Renames.Name, Renames.Name> names(int database) {
        var renames = new HashMap<Renames.Name, Renames.Name>();
        steps.step("renames").param(database).query(row -> {
            renames.put(
                    new Renames.Name(
                            StoredText.decode(row.getString("old_schema")),
                            StoredText.decode(row.getString("old_name"))),
                    new Renames.Name(
                            StoredText.decode(row.getString("new_schema")),
                            StoredText.decode(row.getString("new_name"))));
        });
        return renames;
    }

    /** Beforehand, since a foreign key may be graded before the table that it refers to. */
    private Map<Renames.Name, Map<String, String>> columns(int database, HarvestFormat before) {
        var comparison = new DefinitionComparison(before, Renames.NONE);
        var renamed = new HashMap<Renames.Name, Map<String, String>>();
        var last = new int[] {Integer.MIN_VALUE, BATCH_OBJECTS};
        while (last[1] == BATCH_OBJECTS) {
            last[1] = 0;
            steps.step("differing_columns")
                    .param(database)
                    .param(last[0])
                    .param(BATCH_OBJECTS)
                    .query(row -> {
                        last[0] = row.getInt("object_id");
                        last[1]++;
                        var columns = comparison.renamedColumns(
                                ObjectKind.TABLE,
                                new PartPair(COLUMNS, row.getString("was"), false, row.getString("now"), false));
                        if (!columns.isEmpty()) {
                            var table = new Renames.Name(
                                    StoredText.decode(row.getString("schema")),
                                    StoredText.decode(row.getString("name")));
                            renamed.put(table, columns);
                        }
                    });
        }
        return renamed;
    }

    private List<Altered> batch(int after) {
        var byObject = new LinkedHashMap<Integer, Altered>();
        steps.step("differing_parts").param(after).param(BATCH_OBJECTS).query(row -> {
            int object = row.getInt("object_id");
            byObject.computeIfAbsent(object, id -> new Altered(id, new ArrayList<>()))
                    .parts
                    .add(new Part(
                            ObjectKind.ofCode(row.getInt("kind")),
                            new PartPair(
                                    row.getString("aspect"),
                                    row.getString("was"),
                                    row.getBoolean("old_unknown"),
                                    row.getString("now"),
                                    row.getBoolean("new_unknown"))));
        });
        return List.copyOf(byObject.values());
    }

    private void store(List<Altered> batch, DefinitionComparison comparison) {
        int size = batch.size();
        var ids = new Integer[size];
        var breaking = new Boolean[size];
        var consequence = new Boolean[size];
        var causes = new @Nullable Integer[size];
        var details = new String[size];
        for (int i = 0; i < size; i++) {
            var altered = batch.get(i);
            var changes = comparison.compare(
                    altered.parts.getFirst().kind,
                    altered.parts.stream().map(Part::pair).toList());
            ids[i] = altered.objectId;
            breaking[i] = changes.breaking();
            consequence[i] = changes.isConsequence();
            causes[i] = cause(changes);
            details[i] = detail(changes);
        }
        steps.step("add_graded")
                .param(ids)
                .param(breaking)
                .param(consequence)
                .param(causes)
                .param(details)
                .update();
    }

    private static @Nullable Integer cause(DefinitionChanges changes) {
        if (!changes.isNone()) {
            return null;
        }
        return (changes.reformatted() ? PlacementCause.REFORMAT : PlacementCause.SIGHT).code();
    }

    private static String detail(DefinitionChanges changes) {
        var detail = new TreeMap<String, Object>();
        detail.put("aspects", changes.aspects());
        detail.put(
                "changes",
                changes.changes().stream().map(change -> stored(change.json())).toList());
        if (changes.more() > 0) {
            detail.put("more", changes.more());
        }
        return JSON.writeValueAsString(detail);
    }

    private static Map<String, Object> stored(Map<String, Object> json) {
        json.replaceAll((name, value) -> value instanceof String text ? StoredText.encode(text) : value);
        return json;
    }

    private record Part(ObjectKind kind, PartPair pair) {}

    private record Altered(int objectId, List<Part> parts) {}
}

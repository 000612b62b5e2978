package dev.granary.harvester.absence;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.registry.NameFilter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the login is known to see of a database, as a snapshot keeps it.
 *
 * @param viewDefinition whether it has had VIEW DEFINITION; stays true when that is lost, until a release says that the loss is meant
 * @param sections those that were complete, or whose parts were carried forward since they were
 * @param schemas the registry's filter at the time; null in snapshots of before filters were kept
 */
public record Sight(
        @Nullable Boolean viewDefinition,
        Set<String> sections,
        @Nullable NameFilter schemas) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VIEW_DEFINITION = "viewDefinition";
    private static final String EXPECTED = "expectedViewDefinition";
    private static final String SCHEMAS = "schemas";

    public Sight {
        sections = Set.copyOf(sections);
    }

    /** What a snapshot's two JSON columns say. */
    public static Sight read(String visibility, String sections) {
        var seen = JSON.readTree(visibility);
        var known = seen.has(EXPECTED) ? seen.path(EXPECTED) : seen.path(VIEW_DEFINITION);
        var believed = new TreeSet<String>();
        JSON.readTree(sections).properties().forEach(section -> {
            if (section.getValue().path("status").asString("").equals("complete")
                    || section.getValue().path("carriedForward").asBoolean(false)) {
                believed.add(section.getKey());
            }
        });
        return new Sight(
                known.isBoolean() ? known.asBoolean() : null,
                believed,
                seen.has(SCHEMAS) ? JSON.convertValue(seen.path(SCHEMAS), NameFilter.class) : null);
    }

    /** What a reading saw less than this. */
    public SightLoss lossIn(DatabaseReading reading) {
        return new SightLoss(
                Boolean.TRUE.equals(viewDefinition) && Boolean.FALSE.equals(reading.viewDefinition()),
                reading.sections().stream()
                        .filter(section -> section.status() != SectionStatus.COMPLETE)
                        .filter(section -> sections.contains(section.section()))
                        .toList());
    }

    /**
     * What the snapshot of a reading keeps.
     *
     * @param loss what was seen less than expected, and is still expected
     */
    public static String visibility(DatabaseReading reading, SightLoss loss) {
        var visibility = new TreeMap<String, Object>();
        if (reading.viewDefinition() != null) {
            visibility.put(VIEW_DEFINITION, reading.viewDefinition());
        }
        if (loss.viewDefinition()) {
            visibility.put(EXPECTED, true);
        }
        if (reading.modulesWithoutText() != null) {
            visibility.put("modulesWithoutText", reading.modulesWithoutText());
        }
        Map<String, Object> schemas =
                Objects.requireNonNull(JSON.convertValue(reading.schemas(), new TypeReference<>() {}));
        visibility.put(SCHEMAS, schemas);
        return JSON.writeValueAsString(visibility);
    }
}

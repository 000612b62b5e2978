package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.SectionReading;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a snapshot keeps of its reading, as JSON. */
final class SnapshotFacts {

    private static final JsonMapper JSON = new JsonMapper();

    private SnapshotFacts() {}

    /** The status of every section, by name. */
    static String sections(DatabaseReading reading) {
        var sections = new TreeMap<String, Object>();
        for (var section : reading.sections()) {
            sections.put(section.section(), section(section));
        }
        return JSON.writeValueAsString(sections);
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
        return entry;
    }

    /** What the login could see. */
    static String visibility(DatabaseReading reading) {
        var visibility = new TreeMap<String, Object>();
        if (reading.viewDefinition() != null) {
            visibility.put("viewDefinition", reading.viewDefinition());
        }
        if (reading.modulesWithoutText() != null) {
            visibility.put("modulesWithoutText", reading.modulesWithoutText());
        }
        return JSON.writeValueAsString(visibility);
    }
}

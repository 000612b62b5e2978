package dev.granary.harvester.publish;

import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.assemble.SectionReading;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a snapshot keeps of its reading, as JSON. */
final class SnapshotFacts {

    private static final JsonMapper JSON = new JsonMapper();

    private SnapshotFacts() {}

    /** The status of every section, by name; one that was complete and is not now keeps its parts, and says so. */
    static String sections(DatabaseReading reading, SightLoss loss) {
        var sections = new TreeMap<String, Object>();
        var unstable =
                reading.evidence().unstable().stream().map(Section::sectionName).toList();
        for (var section : reading.sections()) {
            var entry = section(section, loss);
            if (unstable.contains(section.section())) {
                entry.put("unstable", true);
            }
            sections.put(section.section(), entry);
        }
        return JSON.writeValueAsString(sections);
    }

    private static Map<String, Object> section(SectionReading section, SightLoss loss) {
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
        if (section.source() != null) {
            entry.put("source", section.source());
        }
        if (section.crossCheck() != null) {
            entry.put("crossCheck", section.crossCheck());
        }
        if (loss.carries(section.section())) {
            entry.put("carriedForward", true);
        }
        return entry;
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the publisher needs to know of the snapshot it follows. */
record LastSnapshot(
        int sequence,
        TreeHash tree,
        Map<String, Map<String, @Nullable Object>> sections,
        @Nullable Boolean viewDefinition,
        @Nullable Integer modulesWithoutText,
        int columns) {

    private static final JsonMapper JSON = new JsonMapper();

    static Optional<LastSnapshot> of(JdbcClient store, int database) {
        return store.sql("""
                        SELECT sequence, tree_hash, structure_hash, sections, visibility, columns
                          FROM granary.snapshot
                         WHERE database_id = ?
                         ORDER BY sequence DESC
                         LIMIT 1""")
                .param(database)
                .query((row, n) -> {
                    var visibility =
                            JSON.readValue(row.getString("visibility"), new TypeReference<Map<String, Object>>() {});
                    return new LastSnapshot(
                            row.getInt("sequence"),
                            TreeHash.of(row.getBytes("tree_hash"), row.getBytes("structure_hash")),
                            JSON.readValue(row.getString("sections"), new TypeReference<>() {}),
                            (Boolean) visibility.get("viewDefinition"),
                            (Integer) visibility.get("modulesWithoutText"),
                            row.getInt("columns"));
                })
                .optional();
    }

    boolean wasComplete(String section) {
        var entry = sections.get(section);
        return entry != null && "complete".equals(entry.get("status"));
    }

    /** What became of a section then; empty where it was not asked. */
    Optional<SectionReading> reading(Section section) {
        return Optional.ofNullable(sections.get(section.sectionName()))
                .map(entry -> new SectionReading(
                        section.sectionName(),
                        SectionStatus.valueOf(
                                String.valueOf(entry.get("status")).toUpperCase(Locale.ROOT)),
                        section.aspects(),
                        entry.get("rows") instanceof Number rows ? rows.longValue() : 0,
                        entry.get("code") instanceof String code ? code : null,
                        entry.get("reason") instanceof String reason ? reason : null,
                        entry.get("without") instanceof List<?> without
                                ? without.stream().map(String::valueOf).toList()
                                : List.of()));
    }

    /** Whether that reading would have the same sections complete. */
    boolean sameStatuses(DatabaseReading reading) {
        return reading.sections().stream()
                .allMatch(section -> wasComplete(section.section()) == (section.status() == SectionStatus.COMPLETE));
    }
}

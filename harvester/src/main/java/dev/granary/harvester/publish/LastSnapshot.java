package dev.granary.harvester.publish;

import dev.granary.harvester.absence.Sight;
import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.assemble.CrossCheck;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the publisher needs to know of the snapshot it follows. */
record LastSnapshot(int sequence, TreeHash tree, int columns, Sight sight, JsonNode sections, JsonNode visibility) {

    private static final JsonMapper JSON = new JsonMapper();

    static Optional<LastSnapshot> of(JdbcClient store, int database) {
        return store.sql("""
                        SELECT sequence, tree_hash, structure_hash, columns, sections, visibility
                          FROM granary.snapshot
                         WHERE database_id = ?
                         ORDER BY sequence DESC
                         LIMIT 1""")
                .param(database)
                .query((row, n) -> new LastSnapshot(
                        row.getInt("sequence"),
                        TreeHash.of(row.getBytes("tree_hash"), row.getBytes("structure_hash")),
                        row.getInt("columns"),
                        Sight.read(row.getString("visibility"), row.getString("sections")),
                        JSON.readTree(row.getString("sections")),
                        JSON.readTree(row.getString("visibility"))))
                .optional();
    }

    @Nullable
    Integer modulesWithoutText() {
        var withoutText = visibility.path("modulesWithoutText");
        return withoutText.isInt() ? withoutText.asInt() : null;
    }

    /** What became of a section then; empty where it was not asked. */
    Optional<SectionReading> reading(Section section) {
        var entry = sections.path(section.sectionName());
        if (entry.isMissingNode()) {
            return Optional.empty();
        }
        var without =
                entry.path("without").valueStream().map(JsonNode::asString).toList();
        return Optional.of(new SectionReading(
                section.sectionName(),
                status(entry),
                section.aspects(),
                entry.path("rows").asLong(0),
                text(entry.path("code")),
                text(entry.path("reason")),
                entry.path("unreadable").asInt(0),
                without,
                text(entry.path("source")),
                entry.has("crossCheck") ? JSON.convertValue(entry.path("crossCheck"), CrossCheck.class) : null));
    }

    /** Whether a snapshot of that reading would say the same of what was read and seen, but for how many rows that took. */
    boolean says(DatabaseReading reading, SightLoss loss) {
        var would = JSON.readTree(SnapshotFacts.sections(reading, loss));
        return visibility.equals(JSON.readTree(Sight.visibility(reading, loss)))
                && would.properties().stream()
                        .allMatch(section ->
                                lasting(section.getValue()).equals(lasting(sections.path(section.getKey()))));
    }

    private static JsonNode lasting(JsonNode section) {
        return section instanceof ObjectNode object ? object.deepCopy().without(List.of("rows", "unstable")) : section;
    }

    private static SectionStatus status(JsonNode entry) {
        return SectionStatus.valueOf(entry.path("status").asString().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}

package dev.granary.harvester.publish;

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
        @Nullable Boolean viewDefinition) {

    private static final JsonMapper JSON = new JsonMapper();

    static Optional<LastSnapshot> of(JdbcClient store, int database) {
        return store.sql("""
                        SELECT sequence, tree_hash, structure_hash, sections, visibility
                          FROM granary.snapshot
                         WHERE database_id = ?
                         ORDER BY sequence DESC
                         LIMIT 1""")
                .param(database)
                .query((row, n) -> new LastSnapshot(
                        row.getInt("sequence"),
                        TreeHash.of(row.getBytes("tree_hash"), row.getBytes("structure_hash")),
                        JSON.readValue(row.getString("sections"), new TypeReference<>() {}),
                        (Boolean)
                                JSON.readValue(row.getString("visibility"), new TypeReference<Map<String, Object>>() {})
                                        .get("viewDefinition")))
                .optional();
    }

    boolean wasComplete(String section) {
        var entry = sections.get(section);
        return entry != null && "complete".equals(entry.get("status"));
    }
}

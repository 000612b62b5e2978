package dev.granary.standalone;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands what only few objects of the golden files have: the options of a table that is not ordinary, how an index is stored. */
final class GoldenOptions {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    /** Written in the golden files as the answers have them, where they are anything. */
    private static final List<String> NULLABLE = List.of(
            "securityPolicy",
            "clr",
            "assembly",
            "fulltext",
            "partitionFunction",
            "partitionScheme",
            "rows",
            "reservedBytes");

    private static final List<String> LISTS =
            List.of("edgeConstraints", "numberedProcedures", "xmlNamespaces", "statistics", "unknown");

    private GoldenOptions() {}

    static void add(ObjectNode body, JsonNode compact) {
        NULLABLE.forEach(field -> body.set(field, compact.has(field) ? compact.get(field) : NODES.nullNode()));
        LISTS.forEach(field -> body.set(field, compact.has(field) ? compact.get(field) : NODES.arrayNode()));
        body.set("table", compact.has("table") ? table(compact.get("table")) : NODES.nullNode());
        var storage = body.putArray("storage");
        compact.path("storage").forEach(index -> storage.add(storage(index)));
        body.put("unconfirmed", false);
        body.putArray("tags");
    }

    private static ObjectNode table(JsonNode compact) {
        var table = NODES.objectNode().put("memoryOptimized", false);
        for (var field : List.of(
                "durability",
                "temporal",
                "history",
                "retention",
                "period",
                "external",
                "graph",
                "ledger",
                "ledgerView",
                "lockEscalation",
                "changeTracking")) {
            table.putNull(field);
        }
        table.put("changeDataCapture", false).put("replicated", false).put("fileTable", false);
        compact.forEachEntry(table::set);
        return table;
    }

    private static ObjectNode storage(JsonNode compact) {
        var storage = NODES.objectNode()
                .putNull("index")
                .putNull("role")
                .putNull("dataSpace")
                .putNull("partitionColumn")
                .put("fillFactor", 0)
                .put("padded", false)
                .put("rowLocksOff", false)
                .put("pageLocksOff", false)
                .put("sequentialKey", false);
        storage.set("compression", NODES.arrayNode());
        compact.forEachEntry(storage::set);
        return storage;
    }
}

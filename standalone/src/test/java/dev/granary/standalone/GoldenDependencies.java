package dev.granary.standalone;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands what an object of the golden files depends on, and derives who depends on it. */
final class GoldenDependencies {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private GoldenDependencies() {}

    /** {@code [schema, name]}, {@code [schema, name, column]}, or an object with what is not the default. */
    static ObjectNode dependency(JsonNode compact) {
        var dependency = NODES.objectNode()
                .putNull("server")
                .putNull("database")
                .putNull("schema")
                .putNull("name")
                .putNull("column")
                .put("class", "object")
                .put("schemaBound", false)
                .put("callerDependent", false)
                .put("ambiguous", false)
                .put("resolved", true)
                .putNull("reason");
        if (compact.isArray()) {
            dependency.set("schema", compact.get(0));
            dependency.set("name", compact.get(1));
            if (compact.size() > 2) {
                dependency.set("column", compact.get(2));
            }
        } else {
            compact.forEachEntry(dependency::set);
        }
        return dependency;
    }

    static void addReferencing(ObjectNode body, List<ObjectNode> bodies) {
        for (var other : bodies) {
            if (other.get("dependsOn").valueStream().anyMatch(dependency -> means(dependency, body))) {
                var reference = ((ArrayNode) body.get("referencedByCode")).addObject();
                reference.set("schema", other.get("schema"));
                reference.set("name", other.get("name"));
                reference.set("kind", other.get("kind"));
            }
        }
    }

    private static boolean means(JsonNode dependency, ObjectNode body) {
        return dependency.get("resolved").asBoolean()
                && dependency.get("schema").equals(body.get("schema"))
                && dependency.get("name").equals(body.get("name"))
                && dependency
                        .get("class")
                        .stringValue()
                        .equals(body.get("kind").stringValue().endsWith("_type") ? "type" : "object");
    }
}

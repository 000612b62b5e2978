package dev.granary.standalone;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a harvest must publish of one database.
 *
 * @param schemas the schemas that the scripts create: {name, description}
 * @param objects whole object bodies in the REST form, without what differs in every harvest
 */
record GoldenDatabase(String server, String name, List<JsonNode> schemas, List<ObjectNode> objects) {

    GoldenDatabase {
        schemas = List.copyOf(schemas);
        objects = List.copyOf(objects);
    }

    /** How messages name an object: {@code table [sales].[customer]}. */
    static String label(JsonNode object) {
        return "%s [%s].[%s]"
                .formatted(
                        object.path("kind").asString(),
                        object.path("schema").asString(),
                        object.path("name").asString());
    }
}

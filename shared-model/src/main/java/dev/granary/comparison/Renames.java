package dev.granary.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was renamed or moved between two states: a reference by name that went along is a consequence. */
public record Renames(Map<Name, Name> to) {

    public static final Renames NONE = new Renames(Map.of());

    /** The properties that say a schema, and beside them those that say an object of it. */
    private static final Map<String, List<String>> REFERENCES =
            Map.of("schema", List.of("name", "table"), "referencedSchema", List.of("referencedTable"));

    public Renames {
        to = Map.copyOf(to);
    }

    /** An object's name in one database. */
    public record Name(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** Renames every reference in the body; returns which there were. */
    Map<Name, Name> applyTo(@Nullable JsonNode body) {
        var applied = new LinkedHashMap<Name, Name>();
        if (body != null && !to.isEmpty()) {
            walk(body, applied);
        }
        return applied;
    }

    private void walk(JsonNode node, Map<Name, Name> applied) {
        node.forEach(child -> walk(child, applied));
        if (node instanceof ObjectNode object && !object.has("database") && !object.has("server")) {
            REFERENCES.forEach((schema, names) -> names.forEach(name -> rename(object, schema, name, applied)));
        }
    }

    private void rename(ObjectNode object, String schema, String name, Map<Name, Name> applied) {
        if (object.has(schema) && object.has(name)) {
            var was = new Name(Values.text(object, schema), Values.text(object, name));
            var now = to.get(was);
            if (now != null) {
                object.put(schema, now.schema());
                object.put(name, now.name());
                applied.put(was, now);
            }
        }
    }
}

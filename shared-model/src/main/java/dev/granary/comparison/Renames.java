package dev.granary.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was renamed or moved between two states: a reference by name that went along is a consequence.
 *
 * @param to the new name of an object, by the old one
 * @param columns the new names of a table's columns by the old ones, by the table's old name
 */
public record Renames(Map<Name, Name> to, Map<Name, Map<String, String>> columns) {

    public static final Renames NONE = new Renames(Map.of(), Map.of());

    /** The properties that say a schema, and beside them those that say an object of it. */
    private static final Map<String, List<String>> REFERENCES =
            Map.of("schema", List.of("name", "table"), "referencedSchema", List.of("referencedTable"));

    public Renames {
        to = Map.copyOf(to);
        columns = Map.copyOf(columns);
    }

    /** The columns of one table. */
    public Map<String, String> columnsOf(Name table) {
        return columns.getOrDefault(table, Map.of());
    }

    /** An object's name in one database. */
    public record Name(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** Puts the new name for every reference in the body; notes which. */
    void follow(JsonNode body, Map<String, String> followed) {
        if (!to.isEmpty() || !columns.isEmpty()) {
            walk(body, followed);
        }
    }

    private void walk(JsonNode node, Map<String, String> followed) {
        node.forEach(child -> walk(child, followed));
        if (node instanceof ObjectNode object && !object.has("database") && !object.has("server")) {
            followColumns(object, followed);
            REFERENCES.forEach((schema, names) -> names.forEach(name -> rename(object, schema, name, followed)));
        }
    }

    /** While the object still bears its old name. */
    private void followColumns(ObjectNode object, Map<String, String> followed) {
        var followedHere = new LinkedHashMap<String, String>();
        var table = new Name(Values.text(object, "referencedSchema"), Values.text(object, "referencedTable"));
        if (object.get("referencedColumns") instanceof ArrayNode list) {
            ColumnRenames.followList(list, columnsOf(table), followedHere);
        } else {
            table = new Name(Values.text(object, "schema"), Values.text(object, "name"));
            ColumnRenames.followName(object, "column", columnsOf(table), followedHere);
        }
        var now = to.getOrDefault(table, table);
        for (var column : followedHere.entrySet()) {
            followed.put(table + "." + column.getKey(), now + "." + column.getValue());
        }
    }

    private void rename(ObjectNode object, String schema, String name, Map<String, String> followed) {
        if (object.has(schema) && object.has(name)) {
            var was = new Name(Values.text(object, schema), Values.text(object, name));
            var now = to.get(was);
            if (now != null) {
                object.put(schema, now.schema());
                object.put(name, now.name());
                followed.put(was.toString(), now.toString());
            }
        }
    }
}

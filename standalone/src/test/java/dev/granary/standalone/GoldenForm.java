package dev.granary.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands the compact form of the golden files, which the README beside them describes, to whole object bodies. */
final class GoldenForm {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private GoldenForm() {}

    static List<ObjectNode> expand(String server, String database, Collection<ObjectNode> compact) {
        var bodies = new ArrayList<ObjectNode>();
        for (var object : compact) {
            bodies.add(body(server, database, object));
        }
        for (var body : bodies) {
            addReferences(body, bodies);
            addTriggers(body, bodies);
            GoldenDependencies.addReferencing(body, bodies);
        }
        return bodies;
    }

    private static ObjectNode body(String server, String database, ObjectNode compact) {
        var body = NODES.objectNode();
        body.set("kind", compact.get("kind"));
        body.put("server", server).put("database", database);
        body.set("schema", compact.get("schema"));
        body.set("name", compact.get("name"));
        body.set("description", orNull(compact.get("description")));
        body.set("columns", GoldenColumns.columns(compact.path("columns")));
        body.set("keys", list(compact, "keys", GoldenForm::key));
        body.set("indexes", list(compact, "indexes", GoldenForm::index));
        body.set("foreignKeys", list(compact, "foreignKeys", GoldenForm::foreignKey));
        body.set("referencedBy", NODES.arrayNode());
        body.set("checks", list(compact, "checks", GoldenForm::check));
        body.set("triggers", NODES.arrayNode());
        body.set("parameters", GoldenColumns.parameters(compact));
        body.set("text", text(compact.path("text")));
        body.put("textStatus", compact.path("textStatus").asString(compact.has("text") ? "present" : "none"));
        body.set("target", orNull(compact.get("target")));
        body.set("trigger", compact.has("trigger") ? trigger(compact.get("trigger")) : NODES.nullNode());
        body.set("sequence", orNull(compact.get("sequence")));
        body.set("aliasOf", orNull(compact.get("aliasOf")));
        GoldenOptions.add(body, compact);
        body.set("dependsOn", list(compact, "dependsOn", GoldenDependencies::dependency));
        body.set("referencedByCode", NODES.arrayNode());
        return body;
    }

    private static ObjectNode key(JsonNode compact) {
        var primary = compact.get("kind").stringValue().equals("primary_key");
        var key = named(compact, primary ? "PK" : "UQ");
        key.set("kind", compact.get("kind"));
        key.set("columns", compact.get("columns"));
        key.set(
                "descendingColumns",
                compact.has("descendingColumns") ? compact.get("descendingColumns") : NODES.arrayNode());
        key.put("type", compact.path("type").asString(primary ? "clustered" : "nonclustered"));
        key.put("bucketCount", 0);
        return key;
    }

    private static ObjectNode index(JsonNode compact) {
        var index = NODES.objectNode();
        index.set("name", compact.get("name"));
        index.put("unique", compact.path("unique").asBoolean(false));
        index.put("type", compact.path("type").asString("nonclustered"));
        var columns = index.putArray("columns");
        for (var column : compact.get("columns")) {
            columns.addObject()
                    .put(
                            "name",
                            column.isString()
                                    ? column.stringValue()
                                    : column.get("name").stringValue())
                    .put("descending", column.path("descending").asBoolean(false));
        }
        index.set("included", compact.has("included") ? compact.get("included") : NODES.arrayNode());
        index.set("filter", orNull(compact.get("filter")));
        index.put("disabled", compact.path("disabled").asBoolean(false));
        index.put("ignoreDuplicates", compact.path("ignoreDuplicates").asBoolean(false));
        index.put("bucketCount", 0);
        index.set("order", NODES.arrayNode());
        index.put("compressionDelay", 0);
        index.set("xml", orNull(compact.get("xml")));
        index.set("spatial", orNull(compact.get("spatial")));
        return index;
    }

    private static ObjectNode foreignKey(JsonNode compact) {
        var foreignKey = named(compact, "FK");
        foreignKey.set("columns", compact.get("columns"));
        var target = compact.get("referenced");
        var referenced = foreignKey.putObject("referenced");
        referenced.set("schema", target.get(0));
        referenced.set("name", target.get(1));
        var columns = referenced.putArray("columns");
        for (int i = 2; i < target.size(); i++) {
            columns.add(target.get(i));
        }
        foreignKey.put("onDelete", compact.path("onDelete").asString("no_action"));
        foreignKey.put("onUpdate", compact.path("onUpdate").asString("no_action"));
        return enforced(foreignKey, compact);
    }

    private static ObjectNode check(JsonNode compact) {
        var check = named(compact, "CK");
        check.set("column", orNull(compact.get("column")));
        check.set("expression", compact.get("expression"));
        return enforced(check, compact);
    }

    private static ObjectNode trigger(JsonNode compact) {
        var trigger = NODES.objectNode();
        trigger.set("schema", compact.get("schema"));
        trigger.set("table", compact.get("table"));
        trigger.set("events", compact.get("events"));
        trigger.put("insteadOf", compact.path("insteadOf").asBoolean(false));
        trigger.put("disabled", compact.path("disabled").asBoolean(false));
        return trigger;
    }

    private static void addReferences(ObjectNode body, List<ObjectNode> bodies) {
        for (var other : bodies) {
            for (var foreignKey : other.get("foreignKeys")) {
                if (names(foreignKey.get("referenced"), "name", body)) {
                    var reference = ((ArrayNode) body.get("referencedBy")).addObject();
                    reference.set("schema", other.get("schema"));
                    reference.set("name", other.get("name"));
                    reference.set("foreignKey", foreignKey.get("name"));
                }
            }
        }
    }

    private static void addTriggers(ObjectNode body, List<ObjectNode> bodies) {
        for (var other : bodies) {
            if (names(other.get("trigger"), "table", body)) {
                ((ArrayNode) body.get("triggers")).add(other.get("name"));
            }
        }
    }

    private static boolean names(JsonNode reference, String nameField, ObjectNode body) {
        return body.get("schema").equals(reference.get("schema"))
                && body.get("name").equals(reference.get(nameField));
    }

    private static ObjectNode named(JsonNode compact, String prefix) {
        var node = NODES.objectNode();
        node.put("name", compact.path("name").asString(prefix + "__*"));
        node.put("systemNamed", !compact.has("name"));
        return node;
    }

    private static ObjectNode enforced(ObjectNode constraint, JsonNode compact) {
        constraint.put("disabled", compact.path("disabled").asBoolean(false));
        constraint.put("trusted", compact.path("trusted").asBoolean(true));
        return constraint;
    }

    private static JsonNode text(JsonNode lines) {
        return lines.isMissingNode()
                ? NODES.nullNode()
                : NODES.stringNode(
                        lines.valueStream().map(JsonNode::stringValue).collect(Collectors.joining("\n")));
    }

    private static ArrayNode list(JsonNode compact, String field, Function<JsonNode, ObjectNode> form) {
        var list = NODES.arrayNode();
        compact.path(field).forEach(entry -> list.add(form.apply(entry)));
        return list;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NODES.nullNode() : node;
    }
}

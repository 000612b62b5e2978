package dev.granary.standalone;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands the one-line columns and parameters of the golden files. */
final class GoldenColumns {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private GoldenColumns() {}

    static ArrayNode columns(JsonNode compact) {
        var columns = NODES.arrayNode();
        compact.forEach(column -> columns.add(column(columns.size() + 1, column)));
        return columns;
    }

    static ArrayNode parameters(JsonNode compact) {
        var parameters = NODES.arrayNode();
        if (compact.has("returns")) {
            parameters.add(parameter(0, "", compact.get("returns").stringValue(), true));
        }
        int ordinal = 0;
        for (var parameter : compact.path("parameters")) {
            var output = parameter.size() > 2 && parameter.get(2).stringValue().equals("output");
            var readOnly =
                    parameter.size() > 2 && parameter.get(2).stringValue().equals("readonly");
            parameters.add(parameter(
                            ++ordinal,
                            parameter.get(0).stringValue(),
                            parameter.get(1).stringValue(),
                            output)
                    .put("readOnly", readOnly));
        }
        return parameters;
    }

    private static ObjectNode parameter(int ordinal, String name, String type, boolean output) {
        return NODES.objectNode()
                .put("ordinal", ordinal)
                .put("name", name)
                .put("type", type)
                .put("output", output)
                .put("readOnly", false)
                .putNull("default")
                .put("cursor", false)
                .putNull("xmlSchema");
    }

    private static ObjectNode column(int ordinal, JsonNode compact) {
        var column = NODES.objectNode()
                .put("ordinal", ordinal)
                .put("name", compact.get(0).stringValue())
                .put("type", compact.get(1).stringValue())
                .put("nullable", false)
                .putNull("default")
                .putNull("defaultName")
                .putNull("computed")
                .put("persisted", false)
                .putNull("identity")
                .putNull("collation")
                .putNull("mask")
                .putNull("description")
                .putNull("classification")
                .put("sparse", false)
                .put("columnSet", false)
                .put("rowGuid", false)
                .putNull("generatedAlways")
                .put("hidden", false)
                .putNull("encryption")
                .putNull("xmlSchema")
                .put("xmlDocument", false)
                .putNull("graph")
                .put("fileStream", false);
        for (int i = 2; i < compact.size(); i++) {
            option(column, compact.get(i).stringValue());
        }
        return column;
    }

    private static void option(ObjectNode column, String option) {
        int blank = option.indexOf(' ');
        var word = blank < 0 ? option : option.substring(0, blank);
        var value = option.substring(blank + 1);
        switch (word) {
            case "null" -> column.put("nullable", true);
            case "named" -> column.put("defaultName", value);
            case "persisted", "sparse", "hidden", "rowGuid" -> column.put(word, true);
            case "identity" -> {
                int between = value.indexOf(' ');
                column.putObject("identity")
                        .put("seed", Long.parseLong(value.substring(0, between)))
                        .put("increment", Long.parseLong(value.substring(between + 1)));
            }
            case "generatedAlways", "default", "computed", "collation", "mask", "description" ->
                column.put(word, value);
            default -> throw new IllegalArgumentException("A golden file says '%s' of a column".formatted(option));
        }
    }
}

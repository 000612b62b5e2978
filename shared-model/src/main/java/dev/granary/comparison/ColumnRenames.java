package dev.granary.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells renamed columns by where they stand, since a renamed column stays where it was and as it was, and a new one is put last. Names in the rest
 * of the table's content go along.
 */
final class ColumnRenames {

    private static final Set<String> LISTS = Set.of("columns", "included", "order");
    private static final Set<String> NAMES = Set.of("column", "partitionColumn", "typeColumn", "start", "end");
    private static final Set<String> EXPRESSIONS = Set.of("expression", "filter", "computed");
    private static final Pattern QUOTED = Pattern.compile("\\[((?:[^\\]]|\\]\\])*)\\]");

    private ColumnRenames() {}

    /** The new name by the old one, in the order of columns. */
    static Map<String, String> between(JsonNode was, JsonNode now) {
        var before = columns(was);
        var after = columns(now);
        var stayed = names(before);
        stayed.retainAll(names(after));
        var renamed = new LinkedHashMap<String, String>();
        if (!kept(before, stayed).equals(kept(after, stayed))) {
            return renamed;
        }
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            var gone = gap(before, left, stayed);
            var come = gap(after, right, stayed);
            left += gone.size() + 1;
            right += come.size() + 1;
            boolean last = left > before.size();
            // Only behind the last column can any have been added; elsewhere another number says that some are gone,
            // and not which.
            if (gone.size() == come.size() || (last && gone.size() < come.size())) {
                pair(gone, come, renamed);
            }
        }
        return renamed;
    }

    private static void pair(List<ObjectNode> gone, List<ObjectNode> come, Map<String, String> renamed) {
        for (int i = 0; i < gone.size(); i++) {
            var same = gone.get(i).deepCopy();
            same.set("name", come.get(i).get("name"));
            if (same.equals(come.get(i))) {
                renamed.put(Values.text(gone.get(i), "name"), Values.text(come.get(i), "name"));
            }
        }
    }

    private static List<ObjectNode> gap(List<ObjectNode> columns, int from, Set<String> stayed) {
        int to = from;
        while (to < columns.size() && !stayed.contains(Values.text(columns.get(to), "name"))) {
            to++;
        }
        return columns.subList(Math.min(from, columns.size()), to);
    }

    private static List<String> kept(List<ObjectNode> columns, Set<String> stayed) {
        return columns.stream()
                .map(column -> Values.text(column, "name"))
                .filter(stayed::contains)
                .toList();
    }

    private static Set<String> names(List<ObjectNode> columns) {
        return columns.stream().map(column -> Values.text(column, "name")).collect(Collectors.toSet());
    }

    private static List<ObjectNode> columns(JsonNode body) {
        var columns = new ArrayList<ObjectNode>();
        body.path("columns").forEach(column -> columns.add((ObjectNode) column));
        return columns;
    }

    /** Puts the new names wherever a part of the table itself names its columns; notes which. */
    static void follow(JsonNode node, Map<String, String> renamed, Map<String, String> followed) {
        if (renamed.isEmpty()) {
            return;
        }
        node.forEach(child -> follow(child, renamed, followed));
        if (node instanceof ObjectNode object) {
            for (var property : List.copyOf(object.propertyNames())) {
                var value = object.get(property);
                if (LISTS.contains(property) && value instanceof ArrayNode list) {
                    followList(list, renamed, followed);
                } else if (NAMES.contains(property) || (property.equals("target") && isOfColumn(object))) {
                    followName(object, property, renamed, followed);
                } else if (EXPRESSIONS.contains(property) && value.isString()) {
                    object.put(property, expression(value.asString(), renamed, followed));
                }
            }
        }
    }

    private static boolean isOfColumn(ObjectNode description) {
        return Values.text(description, "level").equals("column");
    }

    static void followList(ArrayNode list, Map<String, String> renamed, Map<String, String> followed) {
        for (int i = 0; i < list.size(); i++) {
            var entry = list.get(i);
            if (entry instanceof ObjectNode object) {
                followName(object, "name", renamed, followed);
            } else {
                var to = renamed.get(entry.asString());
                if (to != null) {
                    followed.put(entry.asString(), to);
                    list.set(i, to);
                }
            }
        }
    }

    static void followName(
            ObjectNode object, String property, Map<String, String> renamed, Map<String, String> followed) {
        var was = Values.text(object, property);
        var to = renamed.get(was);
        if (to != null) {
            followed.put(was, to);
            object.put(property, to);
        }
    }

    private static String expression(String text, Map<String, String> renamed, Map<String, String> followed) {
        return QUOTED.matcher(text).replaceAll(quoted -> {
            var was = quoted.group(1).replace("]]", "]");
            var to = renamed.get(was);
            if (to == null) {
                return Matcher.quoteReplacement(quoted.group());
            }
            followed.put(was, to);
            return Matcher.quoteReplacement("[" + to.replace("]", "]]") + "]");
        });
    }
}

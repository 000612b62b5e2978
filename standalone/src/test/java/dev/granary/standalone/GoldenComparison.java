package dev.granary.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compares what the lookups say with what the golden files say.
 *
 * <p>What differs in every harvest is not compared; any other field that an answer has and a golden body has not is a difference, so whoever adds
 * one says what it holds in the demo. Lists whose order hangs on names that the system made are compared without their order.
 */
final class GoldenComparison {

    private static final Set<String> UNORDERED = Set.of(
            "keys", "indexes", "foreignKeys", "referencedBy", "referencedByCode", "checks", "triggers", "events");
    private static final Set<String> OF_EACH_HARVEST = Set.of("id", "definitionHash", "treeHash", "at");
    private static final Pattern SYSTEM_NAME = Pattern.compile("(PK|UQ|FK|CK)__\\*");

    private GoldenComparison() {}

    /** The objects of a database that differ, by label, each with its differences; missing and unexpected ones too. */
    static Map<String, List<String>> differences(GoldenDatabase golden, Collection<? extends JsonNode> rest) {
        var answered = new HashMap<String, JsonNode>();
        rest.forEach(body -> answered.put(GoldenDatabase.label(body), body));
        var differences = new TreeMap<String, List<String>>();
        for (var body : golden.objects()) {
            var label = GoldenDatabase.label(body);
            var answer = answered.remove(label);
            var found = answer == null ? List.of("is missing") : differences(body, answer);
            if (!found.isEmpty()) {
                differences.put(label, found);
            }
        }
        answered.keySet().forEach(label -> differences.put(label, List.of("is unexpected")));
        return differences;
    }

    /** Every difference of one object's body from its golden one, as {@code path: expected .. but was ..}. */
    static List<String> differences(JsonNode golden, JsonNode rest) {
        var found = new ArrayList<String>();
        compare("", "", golden, rest, found);
        return found;
    }

    private static void compare(String path, String field, JsonNode golden, JsonNode rest, List<String> found) {
        if (golden.isObject() && rest.isObject()) {
            golden.forEachEntry((name, value) -> compare(below(path, name), name, value, rest.path(name), found));
            rest.forEachEntry((name, value) -> {
                if (!golden.has(name) && !OF_EACH_HARVEST.contains(name)) {
                    found.add("%s: unexpected %s".formatted(below(path, name), shown(value)));
                }
            });
        } else if (golden.isArray() && rest.isArray()) {
            if (UNORDERED.contains(field)) {
                compareUnordered(path, golden, rest, found);
            } else {
                compareOrdered(path, golden, rest, found);
            }
        } else if (!sameValue(field, golden, rest)) {
            found.add("%s: expected %s but was %s"
                    .formatted(path, shown(golden), rest.isMissingNode() ? "absent" : shown(rest)));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A report is cut short by half a surrogate pair, so those are spelled out. */
    private static String shown(JsonNode value) {
        return value.toString()
                .codePoints()
                .mapToObj(
                        c -> Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                                ? "\\u%04x".formatted(c)
                                : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static void compareOrdered(String path, JsonNode golden, JsonNode rest, List<String> found) {
        for (int i = 0; i < Math.max(golden.size(), rest.size()); i++) {
            if (i >= golden.size()) {
                found.add("%s: unexpected %s".formatted(path, rest.get(i)));
            } else if (i >= rest.size()) {
                found.add("%s: lacks %s".formatted(path, golden.get(i)));
            } else {
                compare("%s[%d]".formatted(path, i), "", golden.get(i), rest.get(i), found);
            }
        }
    }

    private static void compareUnordered(String path, JsonNode golden, JsonNode rest, List<String> found) {
        var lacking = new ArrayList<JsonNode>();
        var unexpected = new ArrayList<>(rest.values());
        for (var entry : golden) {
            var match = unexpected.stream()
                    .filter(candidate -> differences(entry, candidate).isEmpty())
                    .findFirst();
            match.ifPresentOrElse(unexpected::remove, () -> lacking.add(entry));
        }
        if (lacking.size() == 1 && unexpected.size() == 1) {
            compare(path + "[]", "", lacking.getFirst(), unexpected.getFirst(), found);
        } else {
            lacking.forEach(entry -> found.add("%s: lacks %s".formatted(path, entry)));
            unexpected.forEach(entry -> found.add("%s: unexpected %s".formatted(path, entry)));
        }
    }

    private static boolean sameValue(String field, JsonNode golden, JsonNode rest) {
        if (golden.isNumber() && rest.isNumber()) {
            return golden.decimalValue().compareTo(rest.decimalValue()) == 0;
        }
        if (golden.isString() && rest.isString()) {
            return sameText(field, golden.stringValue(), rest.stringValue());
        }
        return golden.equals(rest);
    }

    private static boolean sameText(String field, String golden, String rest) {
        var systemName = SYSTEM_NAME.matcher(golden);
        if (systemName.matches()) {
            return rest.matches(systemName.group(1) + "__.+__[0-9A-F]{8,16}");
        }
        return field.equals("text") ? golden.strip().equals(rest.strip()) : golden.equals(rest);
    }
}

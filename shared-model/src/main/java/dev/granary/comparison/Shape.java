package dev.granary.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules of an object's properties, and one for the properties that have none. */
record Shape(Map<String, Rule> rules, Rule other) {

    Shape {
        rules = Map.copyOf(rules);
    }

    void compare(@Nullable String on, @Nullable JsonNode was, @Nullable JsonNode now, List<Change> found) {
        var properties = new TreeSet<String>();
        if (was != null) {
            properties.addAll(was.propertyNames());
        }
        if (now != null) {
            properties.addAll(now.propertyNames());
        }
        for (var property : properties) {
            var before = Values.of(was, property);
            var after = Values.of(now, property);
            if (!Objects.equals(before, after)) {
                rules.getOrDefault(property, other).compare(on, property, before, after, found);
            }
        }
    }
}

package dev.granary.bench;

import java.util.Map;

/** What a child process answered. */
record Answer(Map<String, Object> values) {

    double number(String key) {
        return ((Number) value(key)).doubleValue();
    }

    String text(String key) {
        return (String) value(key);
    }

    private Object value(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No %s in the answer %s".formatted(key, values.keySet()));
        }
        return value;
    }
}

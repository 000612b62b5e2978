package dev.granary.harvester.assemble;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows for a test by the components that matter to it: the others are null, zero and false, as NULL is read. */
final class SampleRow {

    private SampleRow() {}

    /** @param pairs a component's name, then its value */
    static <R extends Record> R of(Class<R> type, Object... pairs) {
        var given = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put((String) pairs[i], pairs[i + 1]);
        }
        return of(type, given);
    }

    private static <R extends Record> R of(Class<R> type, Map<String, Object> given) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component ->
                        given.containsKey(component.getName()) ? given.remove(component.getName()) : zero(component))
                .toArray();
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(type + " has no " + given.keySet());
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot make a " + type, e);
        }
    }

    private static Object zero(RecordComponent component) {
        if (component.getType() == int.class) {
            return 0;
        }
        return component.getType() == boolean.class ? false : null;
    }
}

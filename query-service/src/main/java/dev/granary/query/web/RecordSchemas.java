package dev.granary.query.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says in the schemas of the records that are answered what the records say of themselves: that every property is there, and which may be null. */
final class RecordSchemas {

    private final Map<String, Class<?>> records = new TreeMap<>();

    /** Takes in an answer's type and all records in it. */
    void add(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                if (generic.getRawType() == Page.class
                        && generic.getActualTypeArguments()[0] instanceof Class<?> item) {
                    records.put("Page" + item.getSimpleName(), Page.class);
                }
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            }
            case Class<?> record
            when record.isRecord() -> {
                records.put(record.getSimpleName(), record);
                Arrays.stream(record.getRecordComponents()).forEach(c -> add(c.getGenericType()));
            }
            default -> {}
        }
    }

    void complete(Map<String, Schema<?>> schemas) {
        records.forEach((name, record) -> {
            var schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                complete(schema, record);
            }
        });
    }

    private static void complete(Schema<?> schema, Class<?> record) {
        Map<String, Schema<?>> properties = new TreeMap<>();
        schema.getProperties().forEach((name, property) -> properties.put(name, property));
        for (var component : record.getRecordComponents()) {
            var name = jsonName(component);
            var property = properties.get(name);
            if (property != null) {
                schema.addRequiredItem(name);
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    schema.addProperty(name, orNull(property));
                }
            }
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().addAnyOfItem(schema).addAnyOfItem(new Schema<>().types(Set.of("null")));
        }
        var types = new LinkedHashSet<String>(schema.getTypes() == null ? Set.of() : schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }

    private static String jsonName(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}

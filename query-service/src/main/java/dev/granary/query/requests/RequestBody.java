package dev.granary.query.requests;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that a request carries: texts under names that the path knows. A misspelt one is refused, since it would ask for more. */
public final class RequestBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Object> fields;

    private RequestBody(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** No text is an empty object. */
    public static RequestBody of(@Nullable String text, Set<String> known) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return new RequestBody(fields);
        }
        try {
            var tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw new RefusedException(Reason.BAD_REQUEST, "The body must be a JSON object");
            }
            tree.properties().forEach(field -> {
                if (!known.contains(field.getKey())) {
                    throw new RefusedException(
                            Reason.BAD_REQUEST,
                            "There is no field %s here; known are %s"
                                    .formatted(field.getKey(), String.join(", ", new TreeSet<>(known))));
                }
                if (field.getValue().isString()) {
                    fields.put(field.getKey(), field.getValue().asString());
                } else if (!field.getValue().isNull()) {
                    throw new RefusedException(Reason.BAD_REQUEST, "%s must be a text".formatted(field.getKey()));
                }
            });
        } catch (JacksonException e) {
            throw new RefusedException(Reason.BAD_REQUEST, "The body is no JSON");
        }
        return new RequestBody(fields);
    }

    public RequestBody with(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new RequestBody(more);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(Object::toString);
    }

    /** As PostgreSQL takes it: U+0000, which jsonb refuses, is refused here. */
    String json() {
        var json = JSON.writeValueAsString(fields);
        if (json.contains("\\u0000")) {
            throw new RefusedException(Reason.BAD_REQUEST, "The body must not contain U+0000");
        }
        return json;
    }
}

package dev.granary.query.lookup;

import dev.granary.model.Aspect;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The names that the source system made for what has none of its own, by role; they stand with the placement, not in the content. */
final class SystemNames {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final Map<String, String> byRole;

    private SystemNames(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    static SystemNames of(@Nullable String json) {
        return new SystemNames(json == null ? Map.of() : JSON.readValue(json, MAP));
    }

    /** The given name, else the one made for the place in the aspect's list; empty if the source has told none. */
    String nameOf(@Nullable String given, Aspect aspect, int place) {
        return given != null ? given : byRole.getOrDefault(aspect.jsonName() + "/" + place, "");
    }
}

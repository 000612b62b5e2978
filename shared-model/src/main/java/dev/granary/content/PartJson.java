package dev.granary.content;

import dev.granary.model.Aspect;
import dev.granary.model.PartContent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored bodies back into records; a property that an older body lacks is at its default. */
public final class PartJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PartJson() {}

    public static PartContent read(Aspect aspect, String body) {
        return MAPPER.readValue(body, aspect.contentType());
    }

    static PartContent read(Aspect aspect, JsonNode body) {
        return MAPPER.treeToValue(body, aspect.contentType());
    }

    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }
}

package dev.granary.content;

import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition with its parts' content: what a cache holds under a definition's hash.
 *
 * @param unknown the aspects that could not be read, which says nothing of what they would hold
 */
public record DefinitionDocument(ObjectKind kind, Map<Aspect, PartContent> parts, Set<Aspect> unknown) {

    public DefinitionDocument {
        parts = Map.copyOf(parts);
        unknown = Set.copyOf(unknown);
    }

    public <T extends PartContent> Optional<T> part(Class<T> type) {
        return parts.values().stream().filter(type::isInstance).map(type::cast).findAny();
    }

    /** Writes {@code {"kind":..,"parts":{aspect: body or null}}} from stored bodies, without reading them. */
    public static byte[] join(ObjectKind kind, Map<Aspect, @Nullable String> bodies) {
        var out = new StringBuilder("{\"kind\":\"").append(kind.jsonName()).append("\",\"parts\":{");
        var comma = "";
        // EnumMap's copy constructor refuses an empty map, and a definition may have no parts.
        var sorted = new EnumMap<Aspect, @Nullable String>(Aspect.class);
        sorted.putAll(bodies);
        for (var part : sorted.entrySet()) {
            out.append(comma)
                    .append('"')
                    .append(part.getKey().jsonName())
                    .append("\":")
                    .append(part.getValue());
            comma = ",";
        }
        return out.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException for a kind or aspect that this version does not know */
    public static DefinitionDocument parse(byte[] json) {
        var tree = PartJson.tree(json);
        var parts = new EnumMap<Aspect, PartContent>(Aspect.class);
        var unknown = EnumSet.noneOf(Aspect.class);
        for (Map.Entry<String, JsonNode> property : tree.path("parts").properties()) {
            var aspect = Aspect.named(property.getKey())
                    .orElseThrow(() -> new IllegalArgumentException("Unknown aspect " + property.getKey()));
            if (property.getValue().isNull()) {
                unknown.add(aspect);
            } else {
                parts.put(aspect, PartJson.read(aspect, property.getValue()));
            }
        }
        var kind = ObjectKind.named(tree.path("kind").asString())
                .orElseThrow(() -> new IllegalArgumentException("Unknown kind " + tree.path("kind")));
        return new DefinitionDocument(kind, parts, unknown);
    }
}

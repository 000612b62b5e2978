package dev.granary.harvester.runs;

import dev.granary.registry.NamePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as {@code run.requested} keeps it, so that a relaunch asks for the same. */
final class RequestJson {

    private RequestJson() {}

    static String write(JsonMapper mapper, HarvestRequest request) {
        var json = mapper.createObjectNode()
                .put("server", text(request.server()))
                .put("database", text(request.database()))
                .put("mode", request.mode().text());
        if (!request.targets().isEmpty()) {
            json.set("targets", mapper.valueToTree(request.targets()));
        }
        if (request.scheduled()) {
            json.put("scheduled", true);
        }
        return json.toString();
    }

    static HarvestRequest read(JsonMapper mapper, String json) {
        var request = mapper.readTree(json);
        var mode = HarvestMode.of(request.path("mode").asString("")).orElse(HarvestMode.FULL);
        List<HarvestRequest.Target> targets = request.path("targets")
                .valueStream()
                .map(target -> new HarvestRequest.Target(
                        target.path("server").asString(),
                        target.path("database").asString()))
                .toList();
        return new HarvestRequest(
                pattern(request.path("server")),
                pattern(request.path("database")),
                mode,
                targets,
                request.path("scheduled").asBoolean(false));
    }

    private static @Nullable String text(@Nullable NamePattern pattern) {
        return pattern == null ? null : pattern.text();
    }

    private static @Nullable NamePattern pattern(JsonNode text) {
        return text.isString() ? NamePattern.of(text.asString()) : null;
    }
}

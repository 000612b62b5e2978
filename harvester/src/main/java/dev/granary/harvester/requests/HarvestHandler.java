package dev.granary.harvester.requests;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.registry.NamePattern;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Starts a harvest: {@code {"server":pattern,"database":pattern,"mode":"full"}}, all optional. */
@Component
class HarvestHandler implements RequestHandler {

    private final HarvestRuns harvests;

    HarvestHandler(HarvestRuns harvests) {
        this.harvests = harvests;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("harvest");
    }

    @Override
    public OptionalLong handle(Request request) throws HarvestRefused {
        var text = request.body().path("mode").asString("full");
        var mode = HarvestMode.of(text)
                .orElseThrow(() -> new HarvestRefused("mode is full or incremental, not %s.".formatted(text)));
        return OptionalLong.of(harvests.prepare(
                new HarvestRequest(pattern("server", request.body()), pattern("database", request.body()), mode)));
    }

    private static @Nullable NamePattern pattern(String field, JsonNode body) throws HarvestRefused {
        var text = body.path(field);
        if (!text.isString()) {
            return null;
        }
        try {
            return NamePattern.of(text.asString());
        } catch (IllegalArgumentException wrong) {
            throw new HarvestRefused("%s: %s".formatted(field, wrong.getMessage()));
        }
    }
}

package dev.granary.registry;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server's settings as the JSON that the store keeps; options a newer version wrote are passed over. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SettingsJson() {}

    static String write(ServerSettings settings) {
        return MAPPER.writeValueAsString(settings);
    }

    static boolean same(String stored, ServerSettings settings) {
        return MAPPER.readTree(stored).equals(MAPPER.readTree(write(settings)));
    }

    /** What differs in the filters; settings that say nothing of one, or say it as another version did, differ in nothing. */
    static List<FilterChange> filterChanges(String server, String stored, ServerSettings settings) {
        var before = MAPPER.readTree(stored);
        var after = MAPPER.readTree(write(settings));
        return Stream.of("databases", "schemas")
                .filter(filter -> before.has(filter) && !before.path(filter).equals(after.path(filter)))
                .map(filter -> new FilterChange(
                        server,
                        filter,
                        patterns(before.path(filter).path("include")),
                        patterns(before.path(filter).path("exclude")),
                        patterns(after.path(filter).path("include")),
                        patterns(after.path(filter).path("exclude"))))
                .toList();
    }

    private static List<String> patterns(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static ServerSettings read(String server, String stored) {
        return read(server, stored, ServerSettings.class);
    }

    static Schedule schedule(String server, String stored) {
        return read(server, stored, Schedule.class);
    }

    private static <T> T read(String server, String stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (JacksonException other) {
            throw new IllegalStateException(
                    "The settings stored for server " + server + " are not this version's: run register again", other);
        }
    }
}

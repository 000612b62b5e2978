package dev.granary.registry;

import tools.jackson.core.JacksonException;
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

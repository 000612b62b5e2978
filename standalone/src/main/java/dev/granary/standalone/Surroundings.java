package dev.granary.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that the parts of Granary expect, for the parts in this process and, as a file that a shell can source, for the
 * command line beside it.
 */
final class Surroundings {

    private static final String FILE = "env";

    private final Map<String, String> variables = new LinkedHashMap<>();

    Surroundings(String storeUrl, String redisUrl, Secrets secrets, Path config) throws IOException {
        variables.put("GRANARY_DB_URL", storeUrl);
        variables.put("GRANARY_OWNER_PASSWORD", secrets.store().owner());
        variables.put("GRANARY_HARVESTER_PASSWORD", secrets.store().harvester());
        variables.put("GRANARY_QUERY_PASSWORD", secrets.store().query());
        variables.put("GRANARY_REDIS_URL", redisUrl);
        variables.put("ENCRYPTION_KEY", secrets.encryptionKey());
        variables.put("GRANARY_CONFIG", config.toString());
        variables.put("GRANARY_API_KEY", secrets.apiKey());
    }

    void addEmulators(DemoEstate estate, Secrets secrets) {
        estate.ports()
                .forEach((server, port) -> variables.put(
                        "EMULATOR_%s_PORT"
                                .formatted(server.toUpperCase(Locale.ROOT).replace('-', '_')),
                        Integer.toString(port)));
        variables.put("EMULATOR_SA_PASSWORD", secrets.emulatorAdministrator());
        variables.put("DEMO_HARVEST_PASSWORD", secrets.harvestLogin());
        variables.put("DEMO_QUERY_PASSWORD", secrets.queryLogin());
    }

    /** A variable as servers.yml may refer to it: ours first, then this process's own. */
    Function<String, @Nullable String> lookup() {
        return name -> variables.getOrDefault(name, System.getenv(name));
    }

    String get(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No variable " + name);
        }
        return value;
    }

    void write(DataFolder folder) throws IOException {
        var text = new StringBuilder("# Source this, and harvester.jar works on the running demo.\n");
        variables.forEach((name, value) -> text.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        folder.writeSecret(FILE, text.toString());
    }
}

package dev.granary.harvester.cli;

import dev.granary.harvester.TestStore;
import dev.granary.secrets.KeyRing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a shell sees it, on a store and a configuration folder of its own. */
final class CommandLine {

    static final String CANARY = "canary-Pa55word-never-shown";

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    CommandLine(TestStore store, Path folder) {
        this.folder = folder;
        environment.put("GRANARY_DB_URL", store.url());
        environment.put("GRANARY_OWNER_PASSWORD", TestStore.PASSWORD);
        environment.put("GRANARY_HARVESTER_PASSWORD", TestStore.PASSWORD);
        environment.put("ENCRYPTION_KEY", KeyRing.newKey());
        environment.put("GRANARY_CONFIG", folder.toString());
        environment.put("SOURCE_PASSWORD", CANARY);
        environment.put("test.fake-harvest", "true");
    }

    CommandLine set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    String value(String name) {
        return environment.get(name);
    }

    CommandLine servers(String yaml) throws IOException {
        Files.writeString(folder.resolve("servers.yml"), yaml);
        return this;
    }

    Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLineProgram(environment, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    /** An entry of servers.yml with everything but its place at the default. */
    static String server(String name, int port) {
        return """
                - name: %s
                  host: 127.0.0.1
                  port: %d
                  harvest: {type: sql, username: sa, password: "${SOURCE_PASSWORD}"}
                  tls: {encrypt: "false"}
                  limits: {connections: 2, loginTimeoutSeconds: 1, statementTimeoutSeconds: 30}
                """.formatted(name, port).indent(2);
    }

    /** What a command left behind. */
    record Ended(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }
}

package dev.granary.harvester;

import dev.granary.harvester.cli.CommandLineProgram;
import dev.granary.secrets.KeyRing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a shell sees it, on a store and a configuration folder of its own. */
public final class TestProgram {

    public static final String CANARY = "canary-Pa55word-never-shown";

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    public TestProgram(TestStore store, Path folder) {
        this.folder = folder;
        environment.put("GRANARY_DB_URL", store.url());
        environment.put("GRANARY_OWNER_PASSWORD", TestStore.PASSWORD);
        environment.put("GRANARY_HARVESTER_PASSWORD", TestStore.PASSWORD);
        environment.put("ENCRYPTION_KEY", KeyRing.newKey());
        environment.put("GRANARY_CONFIG", folder.toString());
        environment.put("SOURCE_PASSWORD", CANARY);
        environment.put("GRANARY_REDIS_URL", "redis://127.0.0.1:1");
        environment.put("test.fake-harvest", "true");
        environment.put("granary.harvest.joins", "false");
    }

    public TestProgram set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public String value(String name) {
        return environment.get(name);
    }

    public TestProgram servers(String yaml) throws IOException {
        Files.writeString(folder.resolve("servers.yml"), yaml);
        return this;
    }

    public Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLineProgram(environment, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    /** The harvester's context in this environment, on any free port. */
    public ConfigurableApplicationContext serve(Class<?>... more) {
        var properties = new HashMap<String, Object>(environment);
        properties.put("server.port", 0);
        return HarvesterApplication.builder()
                .sources(more)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", properties)))
                .run();
    }

    /** The harvester serving in a process of its own, which ends with what is returned. */
    public AutoCloseableProcess serveElsewhere() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                HarvesterApplication.class.getName(),
                "serve");
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", "0");
        return new AutoCloseableProcess(builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("elsewhere.log").toFile())
                .start());
    }

    /** A process that does not outlive a test. */
    public record AutoCloseableProcess(Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    /** An entry of servers.yml with everything but its place at the default. */
    public static String server(String name, int port) {
        return """
                - name: %s
                  host: 127.0.0.1
                  port: %d
                  harvest: {type: sql, username: sa, password: "${SOURCE_PASSWORD}"}
                  tls: {encrypt: "false"}
                  limits: {connections: 2, loginTimeoutSeconds: 1, statementTimeoutSeconds: 30}
                """.formatted(name, port).indent(2);
    }

    /** A port of this machine where nothing listens. */
    public static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What a command left behind. */
    public record Ended(int code, String out, String err) {

        public JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }
}

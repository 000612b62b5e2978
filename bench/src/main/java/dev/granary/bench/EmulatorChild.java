package dev.granary.bench;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.generator.Generation;
import dev.granary.emulator.session.EmulatorServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The emulated server in a process of its own, with generated databases; it counts the messages it gets. */
final class EmulatorChild implements Child.Commands {

    private static final int TABLES = 5_000;
    private static final int COLUMNS = 20;
    private static final int MANY_TABLES = 50;
    private static final int MANY_COLUMNS = 15;

    private final String password;
    private final EmulatedServer engine;
    private final EmulatorServer server;
    private final List<EmulatorServer> more = new ArrayList<>();

    EmulatorChild() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        password = HexFormat.of().formatHex(bytes);
        engine = EmulatedServer.create("bench", password);
        server = EmulatorServer.builder(engine).name("bench").start();
    }

    static String database(int seed) {
        return prefix(seed) + "0001";
    }

    private static String prefix(int seed) {
        return "bench_%d_".formatted(seed);
    }

    @Override
    public Map<String, Object> run(String command) {
        var words = command.split(" ");
        return switch (words[0]) {
            case "generate" -> generate(Integer.parseInt(words[1]), TABLES, COLUMNS);
            case "huge" -> generate(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "drop" -> drop(Integer.parseInt(words[1]));
            case "tenants" ->
                tenants(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "many" -> many(Integer.parseInt(words[1]));
            case "change" -> change(Integer.parseInt(words[1]));
            case "address" -> Map.of("port", server.port(), "password", password);
            case "counters" -> counters();
            case "empty" -> empty(Integer.parseInt(words[1]));
            case "servers" -> servers(Integer.parseInt(words[1]), Duration.ofMillis(Long.parseLong(words[2])));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private Map<String, Object> generate(int seed, int tables, int columns) {
        engine.generate(new Generation(seed, prefix(seed), 1, tables, columns));
        return Map.of();
    }

    private Map<String, Object> drop(int seed) {
        engine.run("DROP DATABASE " + database(seed));
        return Map.of();
    }

    private Map<String, Object> tenants(int databases, int tables, int columns) {
        engine.generate(Generation.tenants(11, "tenant_", databases, tables, columns));
        return Map.of();
    }

    /** Makes that many databases with nothing to speak of in them. */
    private Map<String, Object> empty(int count) {
        engine.generate(new Generation(1, "empty_", count, 1, 1));
        return Map.of();
    }

    /** Starts that many servers that answer so much later, with two small databases each. */
    private Map<String, Object> servers(int count, Duration latency) {
        var address = new HashMap<String, Object>();
        address.put("password", password);
        for (int number = 0; number < count; number++) {
            var distant = EmulatedServer.create("bench-" + number, password);
            distant.generate(new Generation(number, "distant_%d_".formatted(number), 2, 5, 5));
            var listening = EmulatorServer.builder(distant)
                    .name("bench-" + number)
                    .latency(latency)
                    .start();
            more.add(listening);
            address.put("port" + number, listening.port());
        }
        return address;
    }

    private Map<String, Object> many(int databases) {
        engine.generate(new Generation(7, "many", databases, MANY_TABLES, MANY_COLUMNS));
        return Map.of();
    }

    private Map<String, Object> change(int number) {
        engine.run("USE many%04d; CREATE TABLE dbo.bench_change (id int NOT NULL PRIMARY KEY)".formatted(number + 1));
        return Map.of();
    }

    private Map<String, Object> counters() {
        var now = server.counters().now();
        return Map.of(
                "roundTrips",
                now.roundTrips(),
                "connects",
                now.logins(),
                "rowsSent",
                now.rows(),
                "bytesSent",
                now.bytes());
    }

    @Override
    public void close() {
        more.forEach(EmulatorServer::close);
        server.close();
    }
}

package dev.granary.standalone;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The demo's SQL Servers: emulated ones on loopback, filled by the estate's scripts. */
final class DemoEstate implements Closeable {

    private final Map<String, EmulatorServer> servers = new LinkedHashMap<>();

    private DemoEstate() {}

    /** Runs every server's scripts, then listens on ports that the system chooses. */
    static DemoEstate start(Secrets secrets) throws IOException {
        var estate = new DemoEstate();
        var scripts = EstateScripts.load();
        var variables = Map.of("HARVEST_PASSWORD", secrets.harvestLogin(), "QUERY_PASSWORD", secrets.queryLogin());
        for (var name : scripts.servers()) {
            var clock = new EstateClock();
            var server = EmulatedServer.create(
                    ServerOptions.named(name, secrets.emulatorAdministrator()).withClock(clock));
            for (var script : scripts.scripts(name)) {
                server.run(script.with(variables).text());
            }
            clock.go();
            estate.servers.put(name, EmulatorServer.builder(server).name(name).start());
        }
        return estate;
    }

    /** The port of each server, by its name. */
    Map<String, Integer> ports() {
        var ports = new TreeMap<String, Integer>();
        servers.forEach((name, server) -> ports.put(name, server.port()));
        return ports;
    }

    /** A registry of the emulated servers; their certificates are their own, so encryption does not ask who signed them. */
    String serversYaml() {
        var yaml = new StringBuilder("# Written at each start of the demo, for its emulated servers.\nservers:\n");
        ports().forEach((name, port) -> yaml.append("""
                  - name: %s
                    host: 127.0.0.1
                    port: %d
                    environment: demo
                    tags: [%s]
                    harvest: {type: sql, username: granary_harvest, password: "${DEMO_HARVEST_PASSWORD}"}
                    query: {type: sql, username: granary_query, password: "${DEMO_QUERY_PASSWORD}"}
                    tls: {encrypt: "true", trustServerCertificate: true}
                """.formatted(name, port, name.substring(0, name.indexOf('-')))));
        return yaml.toString();
    }

    @Override
    public void close() {
        servers.values().forEach(EmulatorServer::close);
    }
}

package dev.granary.standalone;

import dev.granary.harvester.HarvesterApplication;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.query.QueryServiceApplication;
import dev.granary.standalone.stores.EmbeddedCache;
import dev.granary.standalone.stores.EmbeddedStore;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Everything of Granary in this process: stores, emulated servers unless others are named, harvester and query service. */
final class Standalone {

    private static final Map<String, Object> LOGGING =
            Map.of("logging.config", "classpath:dev/granary/standalone/logging.xml");

    private final Options options;
    private final Closing closing;

    Standalone(Options options, Closing closing) {
        this.options = options;
        this.closing = closing;
    }

    /** Starts everything, harvests once and returns what a user needs to know; all of it goes on until {@link Closing} closes it. */
    Ready start() throws IOException, SQLException, InterruptedException, HarvestRefused {
        refuseTakenPort();
        var folder = closing.add("data folder", DataFolder.open(options.data()));
        var secrets = Secrets.of(folder);
        var store = closing.add("PostgreSQL", EmbeddedStore.start(folder.resolve("postgres"), secrets.store()));
        var cache = closing.add("Redis", EmbeddedCache.start(folder.resolve("redis")));
        store.migrate(secrets.store());

        var config = folder.resolve("config");
        var surroundings = new Surroundings(store.url(), cache.url(), secrets, config);
        Registering.register(servers(folder, secrets, surroundings), surroundings, options.acceptFilterChanges());
        surroundings.write(folder);

        var query = closing.add("query service", QueryServiceApplication.start(queryProperties(surroundings)));
        var harvester = closing.add("harvester", harvester(surroundings));
        var runs = harvester.getBean(HarvestRuns.class);
        HarvestReport report = runs.await(runs.start(HarvestRequest.EVERYTHING));
        int port = query.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Ready("http://127.0.0.1:" + port, secrets.apiKey(), folder.path(), report);
    }

    /** The file to register: the user's own, or one for the emulated estate, which is started for it. */
    private Path servers(DataFolder folder, Secrets secrets, Surroundings surroundings) throws IOException {
        var given = options.servers();
        if (given != null) {
            return folder.copyConfig(given);
        }
        var estate = closing.add("emulated servers", DemoEstate.start(secrets));
        surroundings.addEmulators(estate, secrets);
        return folder.writeConfig(estate.serversYaml());
    }

    private ConfigurableApplicationContext harvester(Surroundings surroundings) {
        var properties = new HashMap<>(LOGGING);
        properties.put("granary.db.url", surroundings.get("GRANARY_DB_URL"));
        properties.put("granary.db.password", surroundings.get("GRANARY_HARVESTER_PASSWORD"));
        properties.put("granary.redis.url", surroundings.get("GRANARY_REDIS_URL"));
        properties.put("granary.encryption-key", surroundings.get("ENCRYPTION_KEY"));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("standalone", properties));
        return HarvesterApplication.builder()
                .environment(environment)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run();
    }

    private Map<String, Object> queryProperties(Surroundings surroundings) {
        var properties = new HashMap<>(LOGGING);
        properties.put("granary.db.url", surroundings.get("GRANARY_DB_URL"));
        properties.put("granary.db.password", surroundings.get("GRANARY_QUERY_PASSWORD"));
        properties.put("granary.redis.url", surroundings.get("GRANARY_REDIS_URL"));
        properties.put("granary.api-key", surroundings.get("GRANARY_API_KEY"));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", options.port());
        return properties;
    }

    private void refuseTakenPort() throws IOException {
        try (var socket = new ServerSocket(options.port(), 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (BindException e) {
            throw new IOException(
                    "port %d is taken; choose another with --port (make demo PORT=..)".formatted(options.port()), e);
        }
    }
}

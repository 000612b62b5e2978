package dev.granary.bench;

import dev.granary.harvester.HarvesterApplication;
import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.registry.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The harvester in a JVM of its own, and the source floor in the same one: the same statements and getters, the rows thrown away. */
final class HarvesterChild implements Child.Commands {

    /** Where the stores are and what opens them. */
    record Settings(String storeUrl, String storePassword, String redisUrl, String encryptionKey, boolean joins) {

        /** The same for a process that works on what others started, or does not. */
        Settings joining(boolean whether) {
            return new Settings(storeUrl, storePassword, redisUrl, encryptionKey, whether);
        }
    }

    private final ConfigurableApplicationContext context;
    private final Recording recording = new Recording();

    HarvesterChild(Settings settings, Class<?>... more) {
        recording.enable("jdk.GCHeapSummary");
        recording.start();
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench",
                        Map.of(
                                "granary.db.url", settings.storeUrl(),
                                "granary.db.password", settings.storePassword(),
                                "granary.redis.url", settings.redisUrl(),
                                "granary.encryption-key", settings.encryptionKey(),
                                "granary.schedule.enabled", "false",
                                "granary.harvest.look", "100ms",
                                "granary.harvest.joins", Boolean.toString(settings.joins()))));
        context = HarvesterApplication.builder()
                .sources(more)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run();
    }

    @Override
    public Map<String, Object> run(String command)
            throws IOException, SQLException, InterruptedException, HarvestRefused {
        var words = command.split(" ");
        return switch (words[0]) {
            case "harvest" -> harvest(words[1], HarvestMode.FULL);
            case "incremental" -> harvest(words[1], HarvestMode.INCREMENTAL);
            case "floor" -> floor(words[1], words[2]);
            case "memory" -> Map.of("peakAfterGc", peakAfterGc());
            default -> throw new IllegalArgumentException(command);
        };
    }

    private Map<String, Object> harvest(String database, HarvestMode mode) throws InterruptedException, HarvestRefused {
        var runs = context.getBean(HarvestRuns.class);
        var request = new HarvestRequest(null, NamePattern.of(database), mode);
        long from = System.nanoTime();
        var report = runs.await(runs.start(request));
        double seconds = (System.nanoTime() - from) / 1e9;
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException("The harvest failed: " + report);
        }
        var answer = new HashMap<String, Object>();
        answer.put("seconds", seconds);
        answer.put("published", report.databases().published());
        answer.put("unchanged", report.databases().unchanged());
        return answer;
    }

    private Map<String, Object> floor(String server, String database) throws SQLException {
        long rows = 0;
        long from = System.nanoTime();
        try (var session = context.getBean(SourceSessions.class).borrow(server)) {
            var connection = session.use(database);
            var engine = context.getBean(KnownEngines.class).of(server, session.capabilities(), connection);
            for (var question : CatalogQuery.ALL) {
                rows += discard(question, engine, connection);
            }
        }
        return Map.of("seconds", (System.nanoTime() - from) / 1e9, "rows", rows);
    }

    /** As a harvest asks it: without what the engine lacks. */
    private static <R extends Record> long discard(
            CatalogQuery<R> question, EngineFeatures engine, Connection connection) throws SQLException {
        var fitted = engine.fit(question).sql();
        if (engine.missing(fitted).isPresent()) {
            return 0;
        }
        return new CatalogQuery<>(question.name(), fitted, question.rowType()).discard(connection);
    }

    /** The most bytes that were left after a collection. */
    private long peakAfterGc() throws IOException {
        System.gc();
        var file = Files.createTempFile("granary-bench", ".jfr");
        try {
            recording.dump(file);
            return peakAfterGc(file);
        } finally {
            Files.delete(file);
        }
    }

    private static long peakAfterGc(Path file) throws IOException {
        long peak = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.GCHeapSummary")
                    && event.getString("when").equals("After GC")) {
                peak = Math.max(peak, event.getLong("heapUsed"));
            }
        }
        return peak;
    }

    @Override
    public void close() {
        recording.close();
        context.close();
    }
}

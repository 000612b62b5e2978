package dev.granary.harvester.cli;

import dev.granary.harvester.HarvesterApplication;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the harvester's Spring context for the commands that need it. */
final class HarvesterContext {

    private HarvesterContext() {}

    /** With health and metrics on HTTP and with the schedule. */
    static ConfigurableApplicationContext serving(Surroundings surroundings) throws SQLException {
        return start(surroundings, WebApplicationType.SERVLET, Map.of());
    }

    /** For one harvest: no HTTP, no schedule, no work for others. */
    static ConfigurableApplicationContext forOneRun(Surroundings surroundings) throws SQLException {
        return start(
                surroundings,
                WebApplicationType.NONE,
                Map.of(
                        "granary.schedule.enabled",
                        "false",
                        "granary.retention.enabled",
                        "false",
                        "granary.health.enabled",
                        "false",
                        "granary.requests.enabled",
                        "false",
                        "granary.harvest.joins",
                        "false",
                        "spring.quartz.auto-startup",
                        "false"));
    }

    private static ConfigurableApplicationContext start(
            Surroundings surroundings, WebApplicationType web, Map<String, Object> settings) throws SQLException {
        surroundings.require("GRANARY_DB_URL", "GRANARY_HARVESTER_PASSWORD", "GRANARY_REDIS_URL");
        surroundings.requireStoreAndKeys();
        var properties = new HashMap<String, Object>(surroundings.environment());
        properties.putAll(settings);
        return HarvesterApplication.builder()
                .web(web)
                .logStartupInfo(false)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command", properties)))
                .run();
    }
}

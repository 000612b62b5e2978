package dev.granary.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.RunReports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.ConfigurableApplicationContext;

class ScheduleTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;
    private ConfigurableApplicationContext served;
    private Scheduler scheduler;

    @BeforeEach
    void serveTwoServers() throws IOException {
        program = new TestProgram(store, folder)
                .servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort())
                        + TestProgram.server("shop", TestProgram.closedPort()));
        program.run("register");
        served = program.serve();
        scheduler = served.getBean(Scheduler.class);
    }

    @AfterEach
    void stopServing() {
        served.close();
    }

    @Test
    void givesEveryServerItsNightlyTrigger() throws SchedulerException {
        awaitTheFirstSynchronisation();

        assertThat(trigger("erp").getCronExpression()).isEqualTo("0 0 2 * * ?");
        assertThat(trigger("erp").getTimeZone()).isEqualTo(TimeZone.getTimeZone("UTC"));
        assertThat(trigger("erp").getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
    }

    @Test
    void followsTheRegistryWithoutARestart() throws IOException, SchedulerException {
        awaitTheFirstSynchronisation();
        program.servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort())
                        + "    schedule: {full: \"0 30 4 * * ?\", zone: Europe/Zurich}\n")
                .run("register");

        new ScheduleSynchroniser(store.dataSource()).synchronise(scheduler);

        assertThat(trigger("erp").getCronExpression()).isEqualTo("0 30 4 * * ?");
        assertThat(trigger("erp").getTimeZone().getID()).isEqualTo("Europe/Zurich");
        assertThat(scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(ScheduledServer.GROUP)))
                .containsExactly(TriggerKey.triggerKey("erp", ScheduledServer.GROUP));
    }

    @Test
    void harvestsTheServerWhoseTimeHasCome() throws SchedulerException {
        awaitTheFirstSynchronisation();
        var reports = served.getBean(RunReports.class);

        scheduler.triggerJob(new ScheduledServer("shop", "0 0 2 * * ?", "UTC").jobKey());

        await().untilAsserted(() -> assertThat(reports.latest(1))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo("done_with_failures")));
        assertThat(reports.report(reports.latest(1).getFirst().run())
                        .orElseThrow()
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.server()).isEqualTo("shop"));
    }

    @Test
    void passesOverAServerWhoseHarvestIsUnderWay() throws SchedulerException {
        awaitTheFirstSynchronisation();
        store.owner()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, requested) VALUES ('harvest', 'full', 'other', '{\"server\": \"sh*\"}')")
                .update();

        scheduler.triggerJob(new ScheduledServer("shop", "0 0 2 * * ?", "UTC").jobKey());
        scheduler.triggerJob(new ScheduledServer("erp", "0 0 2 * * ?", "UTC").jobKey());

        var reports = served.getBean(RunReports.class);
        await().untilAsserted(() -> assertThat(reports.latest(9))
                .hasSize(2)
                .first()
                .satisfies(run -> assertThat(run.status()).isEqualTo("done_with_failures")));
        assertThat(reports.report(reports.latest(1).getFirst().run())
                        .orElseThrow()
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.server()).isEqualTo("erp"));
    }

    @Test
    void tellsItsHealthAndMetricsOnLoopback() throws IOException, InterruptedException {
        assertThat(get("/actuator/health")).contains("UP");
        assertThat(get("/actuator/prometheus")).contains("hikaricp_connections");
        assertThat(served.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    /** The scheduler synchronises by itself at its start; a second one at the same time would be in its way. */
    private void awaitTheFirstSynchronisation() {
        await().untilAsserted(() -> assertThat(trigger("erp")).isNotNull());
        await().untilAsserted(() -> assertThat(trigger("shop")).isNotNull());
    }

    private String get(String path) throws IOException, InterruptedException {
        var port = served.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private CronTrigger trigger(String server) throws SchedulerException {
        return (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey(server, ScheduledServer.GROUP));
    }
}

package dev.granary.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.RunReports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.ConfigurableApplicationContext;

class ScheduleTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;
    private ConfigurableApplicationContext served;
    private Scheduler scheduler;
    private Triggers triggers;

    @BeforeEach
    void serveTwoServers() throws IOException {
        program = new TestProgram(store, folder);
        register("");
        served = program.serve();
        scheduler = served.getBean(Scheduler.class);
        triggers = served.getBean(Triggers.class);
        await().untilAsserted(() ->
                assertThat(trigger("shop", ScheduledKind.MEASURES)).isNotNull());
    }

    @AfterEach
    void stopServing() {
        served.close();
    }

    @Test
    void givesEveryServerItsNextTimes() throws SchedulerException {
        var night = trigger("erp", ScheduledKind.FULL).getNextFireTime().toInstant();

        assertThat(night.atZone(ZoneOffset.UTC).getHour()).isEqualTo(2);
        assertThat(night).isBetween(Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS));
        assertThat(next("erp", ScheduledKind.INCREMENTAL))
                .isBetween(
                        Instant.now().plus(58, ChronoUnit.MINUTES),
                        Instant.now().plus(60, ChronoUnit.MINUTES));
    }

    @Test
    void followsTheRegistryWithoutARestart() throws IOException, SchedulerException {
        program.servers(
                        "servers:\n" + TestProgram.server("erp", TestProgram.closedPort())
                                + "    schedule: {full: \"0 30 4 * * ?\", incremental: never, measures: never, zone: Europe/Zurich}\n")
                .run("register");

        synchronise();

        var time = next("erp", ScheduledKind.FULL).atZone(ZoneId.of("Europe/Zurich"));
        assertThat(List.of(time.getHour(), time.getMinute())).containsExactly(4, 30);
        assertThat(scheduler.getTriggerKeys(GroupMatcher.triggerGroupStartsWith(ScheduledKind.JOBS)))
                .containsExactly(ScheduledKind.FULL.trigger("erp"));
    }

    @Test
    void harvestsTheServerWhoseTimeHasComeAndSetsTheNext() throws SchedulerException {
        due("shop", ScheduledKind.FULL, Instant.now());

        var report = firstReport();
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.server()).isEqualTo("shop"));
        assertThat(next("shop", ScheduledKind.FULL)).isAfter(Instant.now());
        assertThat(store.owner()
                        .sql("SELECT requested ->> 'scheduled' FROM granary.run")
                        .query(String.class)
                        .single())
                .as("so that a blackout stops it")
                .isEqualTo("true");
    }

    @Test
    void makesUpOnceForTimesThatPassedWhileNobodyServed() throws SchedulerException {
        due("shop", ScheduledKind.FULL, Instant.now().minus(3, ChronoUnit.DAYS));

        firstReport();

        assertThat(next("shop", ScheduledKind.FULL)).isAfter(Instant.now());
        assertThat(reports().latest(9)).hasSize(1);
    }

    @Test
    void letsMissedTimesGoWhereTheRegistrySaysSo() throws IOException, SchedulerException {
        register("    schedule: {misfire: skip}\n");

        due("shop", ScheduledKind.FULL, Instant.now().minus(3, ChronoUnit.DAYS));

        await().untilAsserted(() -> assertThat(next("shop", ScheduledKind.FULL))
                .isAfter(Instant.now().plus(1, ChronoUnit.MINUTES)));
        assertThat(reports().latest(9)).isEmpty();
    }

    @Test
    void waitsForTheHarvestThatIsUnderWay() throws SchedulerException {
        pretendAHarvestOf("sh*");

        due("shop", ScheduledKind.FULL, Instant.now());

        await().untilAsserted(() -> assertThat(next("shop", ScheduledKind.FULL))
                .isBetween(Instant.now().plusSeconds(5), Instant.now().plusSeconds(25)));
        assertThat(reports().latest(9)).hasSize(1);
    }

    @Test
    void passesOverAServerWhoseHarvestIsUnderWayWhereTheRegistrySaysSo() throws IOException, SchedulerException {
        register("    schedule: {overlap: skip}\n");
        pretendAHarvestOf("sh*");

        due("shop", ScheduledKind.FULL, Instant.now());
        due("erp", ScheduledKind.FULL, Instant.now());

        await().untilAsserted(() -> assertThat(reports().latest(9)).hasSize(2));
        assertThat(firstReport().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.server()).isEqualTo("erp"));
        await().untilAsserted(() -> assertThat(next("shop", ScheduledKind.FULL))
                .isAfter(Instant.now().plus(1, ChronoUnit.MINUTES)));
    }

    @Test
    void beginsNothingInABlackoutAndTheNightlyHarvestRightAfterIt() throws IOException, SchedulerException {
        var end = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        var hours = "* %tH:%<tM-%tH:%<tM"
                .formatted(Instant.now().minus(1, ChronoUnit.HOURS).atZone(ZoneOffset.UTC), end.atZone(ZoneOffset.UTC));
        register("    schedule: {blackout: [\"%s\"]}\n".formatted(hours));

        due("shop", ScheduledKind.FULL, Instant.now());
        due("shop", ScheduledKind.INCREMENTAL, Instant.now());

        await().untilAsserted(() -> assertThat(next("shop", ScheduledKind.FULL)).isEqualTo(end));
        await().untilAsserted(() -> assertThat(next("shop", ScheduledKind.INCREMENTAL))
                .isAfter(Instant.now().plus(50, ChronoUnit.MINUTES)));
        assertThat(reports().latest(9)).isEmpty();
    }

    @Test
    void passesOverAPausedServerUntilItIsResumed() throws SchedulerException {
        assertThat(program.run("pause", "sh*", "--reason", "month end").code()).isZero();
        synchronise();

        assertThat(trigger("shop", ScheduledKind.FULL)).isNull();
        assertThat(trigger("erp", ScheduledKind.FULL)).isNotNull();

        assertThat(program.run("resume", "*").out()).contains("Resumed: shop");
        synchronise();

        assertThat(trigger("shop", ScheduledKind.FULL)).isNotNull();
    }

    @Test
    void endsAPauseByItself() throws SchedulerException {
        assertThat(program.run("pause", "shop", "--until", "2020-01-01T00:00:00Z")
                        .code())
                .isZero();

        synchronise();

        assertThat(trigger("shop", ScheduledKind.FULL)).isNotNull();
    }

    @Test
    void refusesPausesThatMeanNothing() {
        assertThat(program.run("pause", "nobody").code()).isEqualTo(2);
        assertThat(program.run("pause", "shop", "--for", "tomorrow").err())
                .contains("'tomorrow' is neither a time such as");
        assertThat(program.run("pause", "shop", "--for", "PT1H", "--until", "2027-01-01T00:00:00Z")
                        .code())
                .isEqualTo(2);
        assertThat(program.run("resume", "shop").err()).contains("No paused server matches shop.");
    }

    @Test
    void isKeptByTwoProcessesTogether() throws IOException, SchedulerException {
        try (var _ = program.serveElsewhere()) {
            await().untilAsserted(() -> assertThat(store.owner()
                            .sql("SELECT count(*) FROM quartz.qrtz_scheduler_state")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2));
            for (int time = 1; time <= 6; time++) {
                int runs = time;
                due(time % 2 == 0 ? "shop" : "erp", ScheduledKind.FULL, Instant.now());
                await().untilAsserted(() -> assertThat(reports().latest(9))
                        .hasSize(runs)
                        .allSatisfy(run -> assertThat(run.endedAt()).isNotNull()));
            }

            scheduler.standby();
            due("shop", ScheduledKind.FULL, Instant.now());

            await().untilAsserted(() -> assertThat(reports().latest(9)).hasSize(7));
        }
    }

    @Test
    void changesTheScheduleAsAWholeOrNotAtAll() throws SchedulerException {
        var night = ScheduledKind.FULL.trigger("shop");

        assertThatThrownBy(() -> triggers.change(() -> {
                    scheduler.unscheduleJob(night);
                    throw new SchedulerException("in the middle");
                }))
                .isInstanceOf(SchedulerException.class)
                .hasMessage("in the middle");

        assertThat(scheduler.getTrigger(night)).isNotNull();
    }

    @Test
    void beginsWhatCameDueWhileTheStoreTookNoRun() throws SchedulerException {
        store.owner().sql("REVOKE INSERT ON granary.run FROM granary_harvester").update();
        try {
            due("shop", ScheduledKind.FULL, Instant.now());
            await().untilAsserted(() -> assertThat(store.owner()
                            .sql("SELECT count(*) FROM quartz.qrtz_fired_triggers WHERE state = 'EXECUTING'"
                                    + " AND trigger_name = 'shop' AND trigger_group = 'harvest-full'")
                            .query(Integer.class)
                            .single())
                    .isOne());
        } finally {
            store.owner()
                    .sql("GRANT INSERT ON granary.run TO granary_harvester")
                    .update();
        }

        assertThat(firstReport().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.server()).isEqualTo("shop"));
        assertThat(next("shop", ScheduledKind.FULL)).isAfter(Instant.now());
    }

    @Test
    void beginsHarvestsWhileServersThatDoNotAnswerAreMeasured() throws IOException, SchedulerException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var names = List.of("mute-1", "mute-2", "mute-3", "mute-4");
            var entries = new StringBuilder("servers:\n").append(TestProgram.server("shop", TestProgram.closedPort()));
            names.forEach(name -> entries.append(TestProgram.server(name, silent.getLocalPort())
                    .replace("loginTimeoutSeconds: 1", "loginTimeoutSeconds: 300")));
            program.servers(entries.toString()).run("register");
            synchronise();
            for (var name : names) {
                due(name, ScheduledKind.MEASURES, Instant.now());
            }

            due("shop", ScheduledKind.FULL, Instant.now());

            assertThat(firstReport().failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.server()).isEqualTo("shop"));
        }
    }

    @Test
    void tellsItsHealthAndMetricsOnLoopback() throws IOException, InterruptedException {
        assertThat(get("/actuator/health")).contains("UP");
        assertThat(get("/actuator/prometheus")).contains("hikaricp_connections");
        assertThat(served.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    private void register(String more) throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort()) + more
                        + TestProgram.server("shop", TestProgram.closedPort()) + more)
                .run("register");
    }

    private void synchronise() throws SchedulerException {
        new ScheduleSynchroniser(new ScheduledServers(store.dataSource()), triggers, Clock.systemUTC())
                .synchronise(scheduler);
    }

    /** Fires now what was due then: Quartz itself looks for late triggers only once a minute. */
    private void due(String server, ScheduledKind kind, Instant time) throws SchedulerException {
        var scheduled = new ScheduledServers(store.dataSource()).named(server).orElseThrow();
        var trigger = Due.at(time, scheduled, kind).trigger();
        triggers.change(() -> scheduler.rescheduleJob(
                kind.trigger(server), trigger.getTriggerBuilder().startNow().build()));
    }

    private void pretendAHarvestOf(String servers) {
        store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process, requested) VALUES ('harvest', 'full', 'other',"
                        + " jsonb_build_object('server', ?))")
                .param(servers)
                .update();
    }

    private RunReports reports() {
        return new RunReports(store.dataSource());
    }

    /** The report of the latest run, once it has ended. */
    private HarvestReport firstReport() {
        await().untilAsserted(() -> assertThat(reports().latest(1))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo("done_with_failures")));
        return reports().report(reports().latest(1).getFirst().run()).orElseThrow();
    }

    private String get(String path) throws IOException, InterruptedException {
        var port = served.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private Instant next(String server, ScheduledKind kind) throws SchedulerException {
        Date next = trigger(server, kind).getNextFireTime();
        assertThat(next).as("set again by what came due").isNotNull();
        return next.toInstant();
    }

    private Trigger trigger(String server, ScheduledKind kind) throws SchedulerException {
        return scheduler.getTrigger(kind.trigger(server));
    }
}

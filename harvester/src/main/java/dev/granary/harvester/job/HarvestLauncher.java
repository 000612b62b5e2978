package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.runs.RunHeartbeat;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.StopSignal;
import dev.granary.harvester.work.WorkTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Launches harvests as Batch jobs, each on a virtual thread, and sees them to their end. */
@Component
class HarvestLauncher implements HarvestRuns, DisposableBean {

    /** How long databases in hand may take when the process is told to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(HarvestLauncher.class);

    private final Map<Long, CompletableFuture<HarvestReport>> launched = new ConcurrentHashMap<>();
    private final Job harvestJob;
    private final JobOperator operator;
    private final JobRepository jobs;
    private final RunTable runs;
    private final RunConclusion conclusion;
    private final WorkTable work;
    private final HarvestServers servers;
    private final SourceSessions sessions;
    private final StopSignal stop;
    private final String process;
    private final Clock clock;

    HarvestLauncher(
            Job harvestJob,
            JobOperator operator,
            JobRepository jobs,
            RunTable runs,
            RunConclusion conclusion,
            WorkTable work,
            HarvestServers servers,
            SourceSessions sessions,
            StopSignal stop,
            ProcessName process,
            Clock clock) {
        this.harvestJob = harvestJob;
        this.operator = operator;
        this.jobs = jobs;
        this.runs = runs;
        this.conclusion = conclusion;
        this.work = work;
        this.servers = servers;
        this.sessions = sessions;
        this.stop = stop;
        this.process = process.toString();
        this.clock = clock;
    }

    @Override
    public long start(HarvestRequest request) throws HarvestRefused {
        if (servers.reload().stream().noneMatch(server -> request.meansServer(server.name()))) {
            throw new HarvestRefused(
                    request.server() == null
                            ? "No server is registered: write servers.yml, then register."
                            : "No registered server matches %s.".formatted(request.server()));
        }
        long run = runs.begin(request, process);
        launch(run);
        return run;
    }

    @Override
    public void relaunch(long run) throws HarvestRefused {
        if (runs.takeOver(run, process).isEmpty()) {
            throw new HarvestRefused(whyNot(run));
        }
        runs.batchExecution(run)
                .map(jobs::getJobExecution)
                .filter(execution -> execution.isRunning())
                .ifPresent(operator::recover);
        int left = work.requeue(run);
        LOG.info("Run {} is taken over; {} databases were in hand when its process died", run, left);
        launch(run);
    }

    private String whyNot(long run) {
        return runs.state(run)
                .map(state -> switch (state.status()) {
                    case DONE, FAILED, DONE_WITH_FAILURES ->
                        "Run %d has ended (%s): start a new harvest."
                                .formatted(run, state.status().text());
                    case RUNNING ->
                        "Run %d is alive: its last heartbeat, at %s, is younger than %d seconds."
                                .formatted(run, state.heartbeatAt().toInstant(), RunTable.DEAD_AFTER.toSeconds());
                })
                .orElse("There is no run %d.".formatted(run));
    }

    @Override
    public HarvestReport await(long run) throws InterruptedException {
        var outcome = launched.get(run);
        if (outcome == null) {
            throw new IllegalArgumentException("Run %d was not started by this process".formatted(run));
        }
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Run %d broke off".formatted(run), e.getCause());
        }
    }

    private void launch(long run) {
        var outcome = new CompletableFuture<HarvestReport>();
        launched.put(run, outcome);
        Thread.ofVirtual().name("run-" + run).start(() -> carryOut(run, outcome));
    }

    /** What breaks off here, such as a store that is gone, leaves a run without heartbeat, which may be relaunched. */
    private void carryOut(long run, CompletableFuture<HarvestReport> outcome) {
        try (var _ = RunHeartbeat.of(runs, run, process)) {
            var execution = operator.start(harvestJob, RunParameter.of(run, clock.millis()));
            outcome.complete(conclusion.of(run, process, execution));
        } catch (JobExecutionException | RuntimeException e) {
            LOG.error("Run {} broke off", run, e);
            outcome.completeExceptionally(e);
        } finally {
            sessions.closeIdle();
        }
    }

    /** Lets the databases in hand end, then cuts their connections; runs that are not through can be relaunched at once. */
    @Override
    public void destroy() throws InterruptedException {
        stop.give();
        var all = CompletableFuture.allOf(launched.values().toArray(CompletableFuture[]::new));
        if (!isDoneWithin(all, PATIENCE)) {
            sessions.close();
            isDoneWithin(all, PATIENCE);
        }
    }

    private static boolean isDoneWithin(CompletableFuture<Void> all, Duration patience) throws InterruptedException {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException brokeOff) {
            return true;
        }
    }
}

package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Helpers;
import dev.granary.harvester.work.StopSignal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Launches harvests, each on a virtual thread, and sees those of this process to their end. */
@Component
class HarvestLauncher implements HarvestRuns, DisposableBean {

    /** How long databases in hand may take when the process is told to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(HarvestLauncher.class);

    /** What this process holds and has not ended. */
    private final Map<Long, CompletableFuture<HarvestReport>> launched = new ConcurrentHashMap<>();

    private final RunTable runs;
    private final RunExecution execution;
    private final HarvestServers servers;
    private final SourceSessions sessions;
    private final Helpers helpers;
    private final StopSignal stop;
    private final String process;

    HarvestLauncher(
            RunTable runs,
            RunExecution execution,
            HarvestServers servers,
            SourceSessions sessions,
            Helpers helpers,
            StopSignal stop,
            ProcessName process) {
        this.runs = runs;
        this.execution = execution;
        this.servers = servers;
        this.sessions = sessions;
        this.helpers = helpers;
        this.stop = stop;
        this.process = process.toString();
    }

    @Override
    public long prepare(HarvestRequest request) throws HarvestRefused {
        if (servers.reload().stream().noneMatch(server -> request.meansServer(server.name()))) {
            var reasons = servers.unusable().entrySet().stream()
                    .filter(server -> request.meansServer(server.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!reasons.isEmpty()) {
                throw new HarvestRefused(String.join(System.lineSeparator(), reasons));
            }
            throw new HarvestRefused(
                    request.server() == null
                            ? "No server is registered: write servers.yml, then register."
                            : "No registered server matches %s.".formatted(request.server()));
        }
        return runs.begin(request, process);
    }

    @Override
    public void relaunch(long run) throws HarvestRefused {
        if (!takeOver(run)) {
            throw new HarvestRefused(whyNot(run));
        }
    }

    /** Makes a run whose process is dead this one's; false if it is not dead, or this process holds it. */
    boolean takeOver(long run) {
        if (launched.containsKey(run) || runs.takeOver(run, process).isEmpty()) {
            return false;
        }
        LOG.info("Run {} is taken over", run);
        launch(run);
        return true;
    }

    private String whyNot(long run) {
        return runs.state(run)
                .map(state -> switch (state.status()) {
                    case DONE, FAILED, DONE_WITH_FAILURES ->
                        "Run %d has ended (%s): start a new harvest."
                                .formatted(run, state.status().text());
                    case RUNNING ->
                        "Run %d is alive: its last heartbeat, at %s, is younger than %d seconds."
                                .formatted(
                                        run,
                                        state.heartbeatAt().toInstant(),
                                        state.deadAfter().toSeconds());
                })
                .orElse("There is no run %d.".formatted(run));
    }

    @Override
    public HarvestReport await(long run) throws InterruptedException {
        var outcome = launched.get(run);
        if (outcome == null) {
            return execution.ended(run);
        }
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Run %d broke off".formatted(run), e.getCause());
        }
    }

    @Override
    public void launch(long run) {
        var outcome = new CompletableFuture<HarvestReport>();
        launched.put(run, outcome);
        Thread.ofVirtual().name("run-" + run).start(() -> carryOut(run, outcome));
    }

    /** What breaks off here leaves a run without heartbeat, which a process that serves takes over. */
    private void carryOut(long run, CompletableFuture<HarvestReport> outcome) {
        try {
            outcome.complete(execution.carryOut(run, process));
        } catch (InterruptedException | RuntimeException e) {
            LOG.error("Run {} broke off", run, e);
            outcome.completeExceptionally(e);
        } finally {
            launched.remove(run);
            sessions.closeIdle();
        }
    }

    /** Lets the databases in hand end, of others' runs too, then cuts their connections; runs that are not through can be taken over at once. */
    @Override
    public void destroy() throws InterruptedException {
        stop.give();
        var own = CompletableFuture.allOf(launched.values().toArray(CompletableFuture[]::new));
        var all = CompletableFuture.allOf(own, helpers.through());
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

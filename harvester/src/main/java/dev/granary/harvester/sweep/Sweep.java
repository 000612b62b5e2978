package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.ProblemCode;
import dev.granary.harvester.runs.RunProblem;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.work.Guests;
import dev.granary.harvester.work.Helpers;
import dev.granary.harvester.work.StopSignal;
import dev.granary.registry.RegisteredServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks all servers of a run at once and writes down what is to be done as they answer; a server that is out of reach holds up no other. */
@Component
public class Sweep {

    private static final int SERVERS_AT_ONCE = 32;

    private final HarvestServers servers;
    private final Guests guests;
    private final ServerQuestions questions;
    private final DigestComparison comparison;
    private final SweptServers swept;
    private final RunTable runs;
    private final TransactionOperations transactions;
    private final Helpers helpers;
    private final StopSignal stop;

    Sweep(
            HarvestServers servers,
            Guests guests,
            ServerQuestions questions,
            DigestComparison comparison,
            SweptServers swept,
            RunTable runs,
            TransactionOperations transactions,
            Helpers helpers,
            StopSignal stop) {
        this.servers = servers;
        this.guests = guests;
        this.questions = questions;
        this.comparison = comparison;
        this.swept = swept;
        this.runs = runs;
        this.transactions = transactions;
        this.helpers = helpers;
        this.stop = stop;
    }

    /**
     * Fills the run's work, server by server as they answer, and has what is there worked at meanwhile; a run that is taken over before this ended
     * is swept again and keeps what it has done.
     *
     * @param process the one that holds the run; where another took it over, nothing is written
     */
    public void run(long run, HarvestRequest request, String process) throws InterruptedException {
        var meant = servers.reload().stream()
                .filter(server -> request.meansServer(server.name()))
                .toList();
        var unusable = new TreeMap<>(servers.unusable());
        unusable.keySet().removeIf(server -> !request.meansServer(server));
        var writing = new Writing(run, request, process);
        if (!unusable.isEmpty()) {
            writing.begin(unusable);
        }
        ask(meant, request, writing::answered);
        if (writing.begun) {
            runs.swept(run);
        } else {
            writing.nothingMatched(meant);
        }
    }

    /** What the servers answered, on its way into the store: nothing is written before one answer concerns the request. */
    private final class Writing {

        private final long run;
        private final HarvestRequest request;
        private final String process;
        private final List<ServerAnswer> held = new ArrayList<>();
        private boolean begun;

        Writing(long run, HarvestRequest request, String process) {
            this.run = run;
            this.request = request;
            this.process = process;
        }

        void begin(Map<String, String> unusable) {
            begun = true;
            asHolder(() -> {
                runs.clearProblems(run);
                unusable.forEach((server, reason) -> swept.locked(run, request, server, reason));
            });
        }

        void answered(ServerAnswer answer) {
            if (stop.isGiven()) {
                throw new IllegalStateException("The process stops: what the servers did not answer says nothing");
            }
            if (!begun && !concerns(answer, request)) {
                held.add(answer);
                return;
            }
            if (!begun) {
                begin(Map.of());
                held.forEach(this::write);
            }
            write(answer);
        }

        void nothingMatched(List<RegisteredServer> meant) {
            asHolder(() -> {
                runs.clearProblems(run);
                runs.addProblem(run, nothingMatches(request, meant));
            });
        }

        private void write(ServerAnswer answer) {
            var queued = new AtomicBoolean();
            asHolder(() -> queued.set(swept.write(run, request, answer)));
            if (queued.get()) {
                helpers.call(run, process);
            }
        }

        private void asHolder(Runnable writing) {
            transactions.executeWithoutResult(status -> {
                runs.hold(run, process);
                writing.run();
            });
        }
    }

    private static RunProblem nothingMatches(HarvestRequest request, List<RegisteredServer> meant) {
        var pattern = request.database() == null ? "*" : request.database().text();
        var names = String.join(", ", meant.stream().map(RegisteredServer::name).toList());
        return new RunProblem(names, pattern, ProblemCode.NOTHING_MATCHES, "No database matches.");
    }

    /** Whether there is anything to write: what is asked for exists, or nobody can tell. */
    private static boolean concerns(ServerAnswer answer, HarvestRequest request) {
        return switch (answer) {
            case ServerAnswer.NoAnswer silent -> true;
            case ServerAnswer.Listed listed ->
                request.database() == null
                        || listed.listing().databases().stream()
                                .map(new Decisions(
                                        listed.server().name(),
                                        listed.server().settings().databases(),
                                        request)::of)
                                .anyMatch(d -> d instanceof Decision.Harvest || d instanceof Decision.Skip);
        };
    }

    private void ask(List<RegisteredServer> meant, HarvestRequest request, Consumer<ServerAnswer> answers)
            throws InterruptedException {
        var atOnce = new Semaphore(SERVERS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ExecutorCompletionService<ServerAnswer>(threads);
            meant.forEach(server -> asked.submit(question(server, request, atOnce)));
            for (int left = meant.size(); left > 0; left--) {
                answers.accept(answer(asked.take()));
            }
        }
    }

    private Callable<ServerAnswer> question(RegisteredServer server, HarvestRequest request, Semaphore atOnce) {
        return () -> {
            atOnce.acquire();
            try {
                return compared(asked(server), request);
            } finally {
                atOnce.release();
            }
        };
    }

    /** As a guest of the server, who leaves before digests are taken: nobody waits for a second seat while he has one. */
    private ServerAnswer asked(RegisteredServer server) throws InterruptedException {
        try (var _ = guests.enter(server.id())) {
            return questions.ask(server);
        }
    }

    /** An incremental harvest asks the databases that answer cheaply at once, and leaves the rest to the workers. */
    private ServerAnswer compared(ServerAnswer answer, HarvestRequest request) throws InterruptedException {
        if (request.mode() != HarvestMode.INCREMENTAL || !(answer instanceof ServerAnswer.Listed listed)) {
            return answer;
        }
        var verified = comparison.compare(listed.server(), listed.listing(), request);
        return new ServerAnswer.Listed(
                listed.server(), listed.listing(), verified, listed.cost().plus(verified.cost()));
    }

    private static ServerAnswer answer(Future<ServerAnswer> asked) {
        return switch (asked.state()) {
            case SUCCESS -> asked.resultNow();
            case FAILED -> throw new IllegalStateException("A server could not be asked", asked.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("The sweep was cut short");
        };
    }
}

package dev.granary.harvester.cli;

import dev.granary.harvester.runs.RunReports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the latest runs. */
@Command(
        name = "runs",
        description = "Lists the latest runs; one that is running and not alive can be relaunched.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    private static final int LATEST = 20;

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON. */
    record Answer(List<RunReports.Summary> items) {}

    @Override
    public Integer call() {
        var runs = new RunReports(surroundings.storeOfHarvester()).latest(LATEST);
        if (json) {
            surroundings.json(new Answer(runs));
        } else if (runs.isEmpty()) {
            surroundings.say("There are no runs yet.");
        } else {
            runs.forEach(this::tell);
        }
        return ExitCode.DONE;
    }

    private void tell(RunReports.Summary run) {
        var databases = run.databases();
        boolean dead = run.endedAt() == null && !run.alive();
        surroundings.say("%d %s %s started %s: %d databases, %d published, %d unchanged, %d held, %d failed, %d skipped"
                .formatted(
                        run.run(),
                        run.mode(),
                        dead ? "dead" : run.status(),
                        run.startedAt(),
                        databases.total(),
                        databases.published(),
                        databases.unchanged(),
                        databases.held(),
                        databases.failed(),
                        databases.skipped()));
    }
}

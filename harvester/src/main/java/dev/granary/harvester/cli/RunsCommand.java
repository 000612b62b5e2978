package dev.granary.harvester.cli;

import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.RunReports;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the latest runs, or the databases of one. */
@Command(
        name = "runs",
        description =
                "Lists the latest runs, or the databases of one with what they cost. A dead run is taken over by a process that serves.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    private static final int LATEST = 20;

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Tells what each database of this run has cost.")
    private @Nullable Long run;

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON; {@code resting} are servers to which connections failed. */
    record Answer(List<RunReports.Summary> items, List<String> resting) {}

    /** The answer about one run. */
    record OneRun(HarvestReport report, List<RunReports.Item> databases) {}

    @Override
    public Integer call() {
        var reports = new RunReports(surroundings.storeOfHarvester());
        return run == null ? latest(reports) : one(reports, run);
    }

    private int one(RunReports reports, long id) {
        var report = reports.report(id).orElseThrow(() -> new Refusal("There is no run %d.".formatted(id)));
        var databases = reports.items(id);
        if (json) {
            surroundings.json(new OneRun(report, databases));
            return ExitCode.DONE;
        }
        surroundings.say("run %d %s: %s".formatted(id, report.status(), inWords(report.cost())));
        databases.forEach(item -> surroundings.say(
                "  %s/%s %s: %s".formatted(item.server(), item.database(), item.outcome(), inWords(item.cost()))));
        return ExitCode.DONE;
    }

    private static String inWords(HarvestReport.Cost cost) {
        return "%d attempts, %d connections, %d round trips, %d rows, %d bytes in, %d out, %d ms of the source"
                .formatted(
                        cost.attempts(),
                        cost.connections(),
                        cost.roundTrips(),
                        cost.rows(),
                        cost.bytesIn(),
                        cost.bytesOut(),
                        cost.sourceMillis());
    }

    private int latest(RunReports reports) {
        var runs = reports.latest(LATEST);
        var resting = reports.resting();
        if (json) {
            surroundings.json(new Answer(runs, resting));
        } else if (runs.isEmpty()) {
            surroundings.say("There are no runs yet.");
        } else {
            runs.forEach(this::tell);
            resting.forEach(surroundings::say);
        }
        return ExitCode.DONE;
    }

    private void tell(RunReports.Summary summary) {
        var databases = summary.databases();
        boolean dead = summary.endedAt() == null && !summary.alive();
        surroundings.say("%d %s %s started %s: %d databases, %d published, %d unchanged, %d held, %d failed, %d skipped"
                .formatted(
                        summary.run(),
                        summary.mode(),
                        dead ? "dead" : summary.status(),
                        summary.startedAt(),
                        databases.total(),
                        databases.published(),
                        databases.unchanged(),
                        databases.held(),
                        databases.failed(),
                        databases.skipped()));
    }
}

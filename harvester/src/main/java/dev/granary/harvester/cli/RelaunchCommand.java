package dev.granary.harvester.cli;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRuns;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues a run whose process died. */
@Command(
        name = "relaunch",
        description = "Continues a run whose process died: what it published stays, the rest is read.",
        mixinStandardHelpOptions = true)
final class RelaunchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The run's id, as runs lists it.")
    private long run;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    RelaunchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws HarvestRefused, InterruptedException, SQLException {
        return new RunFollower(surroundings, json).follow(context -> {
            context.getBean(HarvestRuns.class).relaunch(run);
            return run;
        });
    }
}

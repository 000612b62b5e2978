package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.requests.HoldDecisions;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that what holds list is not gone. */
@Command(
        name = "reject",
        description = "Says that what holds list is not gone: it stays, and nobody is asked again about that list.",
        mixinStandardHelpOptions = true)
final class RejectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private MeantHolds meant = new MeantHolds();

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    RejectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON: the ids of the holds. */
    record Answer(List<Integer> rejected) {
        Answer {
            rejected = List.copyOf(rejected);
        }
    }

    @Override
    public Integer call() throws HarvestRefused {
        var table = new HoldTable(surroundings.storeOfHarvester());
        var holds = meant.tell("rejecting", table, surroundings);
        HoldDecisions.reject(table, holds, meant.by(), meant.note());
        if (json) {
            surroundings.json(new Answer(holds.stream().map(hold -> hold.id()).toList()));
        } else {
            surroundings.say("%d holds rejected: what they list stays".formatted(holds.size()));
        }
        return ExitCode.DONE;
    }
}

package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.requests.HoldDecisions;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that what holds list is not gone. */
@Command(
        name = "reject",
        description = "Says that what holds list is not gone: it stays, and nobody is asked again about that list.",
        mixinStandardHelpOptions = true)
final class RejectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID|PATTERN",
            description = "A hold's id, or the open holds of databases that server/database patterns match.")
    private List<String> words = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String note;

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
        var holds = MeantHolds.of(words, table);
        MeantHolds.tell("rejecting", holds, surroundings);
        HoldDecisions.reject(table, holds, MeantHolds.user(), note);
        if (json) {
            surroundings.json(new Answer(holds.stream().map(hold -> hold.id()).toList()));
        } else {
            surroundings.say("%d holds rejected: what they list stays".formatted(holds.size()));
        }
        return ExitCode.DONE;
    }
}

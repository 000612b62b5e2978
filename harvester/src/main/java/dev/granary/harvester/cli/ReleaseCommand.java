package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.requests.HoldRelease;
import dev.granary.harvester.runs.HarvestRefused;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that what holds list is gone, and harvests those databases. */
@Command(
        name = "release",
        description =
                "Says that what holds list is gone: harvests their databases, and that harvest alone takes the list away.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID|PATTERN",
            description = "A hold's id, or the open holds of databases that server/database patterns match.")
    private List<String> words = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String note;

    @Option(names = "--json", description = "Answer with one JSON object, as harvest does.")
    private boolean json;

    ReleaseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws HarvestRefused, InterruptedException, SQLException {
        var holds = MeantHolds.of(words, new HoldTable(surroundings.storeOfHarvester()));
        MeantHolds.tell("releasing", holds, surroundings);
        return new RunFollower(surroundings, json)
                .follow(context -> context.getBean(HoldRelease.class).start(holds, MeantHolds.user(), note));
    }
}

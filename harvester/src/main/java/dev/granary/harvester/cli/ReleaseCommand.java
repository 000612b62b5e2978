package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.requests.HoldRelease;
import dev.granary.harvester.runs.HarvestRefused;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that what holds list is gone, and harvests those databases. */
@Command(
        name = "release",
        description =
                "Says that what holds list is gone: harvests their databases, and that harvest alone takes the list away.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private MeantHolds meant = new MeantHolds();

    @Option(names = "--json", description = "Answer with one JSON object, as harvest does.")
    private boolean json;

    ReleaseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws HarvestRefused, InterruptedException, SQLException {
        var holds = meant.tell("releasing", new HoldTable(surroundings.storeOfHarvester()), surroundings);
        return new RunFollower(surroundings, json)
                .follow(context -> context.getBean(HoldRelease.class).start(holds, meant.by(), meant.note()));
    }
}

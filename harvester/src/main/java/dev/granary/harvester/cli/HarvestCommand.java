package dev.granary.harvester.cli;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Harvests now and waits for the end. */
@Command(
        name = "harvest",
        description = "Harvests the registered servers now. Patterns: * and ? only, case does not matter.",
        mixinStandardHelpOptions = true)
final class HarvestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--server", paramLabel = "P", description = "Only servers that match.")
    private @Nullable String server;

    @Option(names = "--database", paramLabel = "P", description = "Only databases that match.")
    private @Nullable String database;

    @Option(names = "--mode", paramLabel = "full|incremental", defaultValue = "full", description = "How much to read.")
    private String mode = "full";

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    HarvestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws HarvestRefused, InterruptedException, SQLException {
        var request =
                new HarvestRequest(Patterns.of("--server", server), Patterns.of("--database", database), checkedMode());
        return new RunFollower(surroundings, json)
                .follow(context -> context.getBean(HarvestRuns.class).start(request));
    }

    private HarvestMode checkedMode() {
        return HarvestMode.of(mode)
                .orElseThrow(() -> new Refusal("--mode is full or incremental, not %s.".formatted(mode)));
    }
}

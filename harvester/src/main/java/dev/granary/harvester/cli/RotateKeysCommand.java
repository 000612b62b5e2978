package dev.granary.harvester.cli;

import dev.granary.registry.Registry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Encrypts all stored credentials with the first key, so that the others can be retired. */
@Command(
        name = "rotate-keys",
        description = "Encrypts every stored credential anew with the first key of ENCRYPTION_KEY.",
        mixinStandardHelpOptions = true)
final class RotateKeysCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    RotateKeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException {
        var keys = surroundings.keys();
        var summary = new Registry(surroundings.storeOfOwner(), Clock.systemUTC()).rotateKeys(keys);
        if (json) {
            surroundings.json(summary);
        } else {
            surroundings.say("%d harvest and %d query credentials now rest under the first key"
                    .formatted(summary.harvest(), summary.query()));
        }
        return ExitCode.DONE;
    }
}

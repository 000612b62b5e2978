package dev.granary.harvester.cli;

import dev.granary.registry.Registry;
import dev.granary.registry.RegistryFile;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the store agree with {@code servers.yml}; one mistake in the file and nothing is stored. */
@Command(
        name = "register",
        description = "Checks servers.yml (in GRANARY_CONFIG) and stores it; servers that left the file are disabled.",
        mixinStandardHelpOptions = true)
final class RegisterCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    @Option(
            names = "--accept-filter-changes",
            description = "Store changed filters: what they no longer mean leaves the catalogue at the next harvest.")
    private boolean acceptFilterChanges;

    RegisterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException {
        var servers = RegistryFile.read(surroundings.serversFile(), surroundings::variable);
        var keys = surroundings.keys();
        var summary = new Registry(surroundings.storeOfOwner(), Clock.systemUTC())
                .register(servers, keys, acceptFilterChanges);
        if (json) {
            surroundings.json(summary);
        } else {
            tell("added", summary.added());
            tell("changed", summary.changed());
            tell("unchanged", summary.unchanged());
            tell("disabled", summary.disabled());
            summary.filterChanges().forEach(change -> surroundings.say("accepted  " + change));
        }
        return ExitCode.DONE;
    }

    private void tell(String what, List<String> servers) {
        if (!servers.isEmpty()) {
            surroundings.say("%-9s %d: %s".formatted(what, servers.size(), String.join(", ", servers)));
        }
    }
}

package dev.granary.harvester.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself, which does nothing without a command. */
@Command(
        name = "harvester",
        description = "Harvests the metadata of SQL Server estates into PostgreSQL.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footer = {
            "",
            "Settings come from the environment: GRANARY_DB_URL, GRANARY_HARVESTER_PASSWORD, GRANARY_OWNER_PASSWORD"
                    + " (register and rotate-keys), GRANARY_REDIS_URL, ENCRYPTION_KEY, GRANARY_CONFIG.",
            "Exit codes: 0 done, 1 failed, 2 refused (nothing changed), 3 done with failures."
        })
final class HarvesterCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    HarvesterCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}

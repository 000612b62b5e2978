package dev.granary.harvester.cli;

import dev.granary.harvester.retention.Retention;
import dev.granary.harvester.retention.RetentionReport;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets go what the retention policy keeps no longer, now. */
@Command(
        name = "retain",
        description = "Lets go what granary.retention keeps no longer, as the harvester does by itself once a night.",
        mixinStandardHelpOptions = true)
final class RetainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    RetainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException {
        try (var context = HarvesterContext.forOneRun(surroundings)) {
            var retention = context.getBean(Retention.class);
            var report = dryRun ? retention.dryRun() : retention.run();
            if (json) {
                surroundings.json(report);
            } else {
                surroundings.say(words(report));
            }
            return ExitCode.DONE;
        }
    }

    private static String words(RetentionReport report) {
        return "%s: %d snapshots, %d placements, %d definitions, %d parts, %d tree nodes, %d notes of runs, %d months of measures%s"
                .formatted(
                        report.dryRun() ? "Would go" : "Gone",
                        report.snapshots(),
                        report.placements(),
                        report.definitions(),
                        report.parts(),
                        report.treeNodes(),
                        report.workRows(),
                        report.measures().size(),
                        report.interrupted() ? "; harvests were in the way of the rest" : "");
    }
}

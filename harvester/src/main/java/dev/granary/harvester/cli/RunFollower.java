package dev.granary.harvester.cli;

import dev.granary.harvester.progress.ProgressDisplay;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.work.WorkTable;
import java.io.Console;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Starts a run, shows its progress, and tells what became of it. */
final class RunFollower {

    private final Surroundings surroundings;
    private final boolean json;

    RunFollower(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** Starts a run of the harvester in that context and returns its id. */
    interface Start {
        long by(ApplicationContext context) throws HarvestRefused;
    }

    int follow(Start start) throws HarvestRefused, InterruptedException, SQLException {
        try (var context = HarvesterContext.forOneRun(surroundings)) {
            var harvests = context.getBean(HarvestRuns.class);
            var work = context.getBean(WorkTable.class);
            long run = start.by(context);
            HarvestReport report;
            try (var _ = ProgressDisplay.start(() -> work.progress(run), surroundings.err(), isTerminal())) {
                report = harvests.await(run);
            }
            tell(report);
            return ExitCode.of(report);
        }
    }

    private boolean isTerminal() {
        return !json
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }

    private void tell(HarvestReport report) {
        if (json) {
            surroundings.json(report);
            return;
        }
        var databases = report.databases();
        surroundings.say("run %d %s: %d databases, %d published, %d unchanged, %d held, %d failed, %d skipped"
                .formatted(
                        report.run(),
                        report.status(),
                        databases.total(),
                        databases.published(),
                        databases.unchanged(),
                        databases.held(),
                        databases.failed(),
                        databases.skipped()));
        for (var failure : report.failures()) {
            var place = failure.database() == null ? failure.server() : failure.server() + "/" + failure.database();
            var section = failure.section() == null ? "" : " in " + failure.section();
            surroundings.say("failed  %s%s (%s): %s".formatted(place, section, failure.code(), failure.reason()));
        }
        for (var counts : report.disagreements()) {
            surroundings.say(
                    "differs %s/%s: %d tables and %d columns were read, INFORMATION_SCHEMA shows %d and %d; look at the server's catalogue"
                            .formatted(
                                    counts.server(),
                                    counts.database(),
                                    counts.tables().sys(),
                                    counts.columns().sys(),
                                    counts.tables().informationSchema(),
                                    counts.columns().informationSchema()));
        }
        for (var skip : report.skips()) {
            surroundings.say(
                    "skipped %s/%s (%s): %s".formatted(skip.server(), skip.database(), skip.code(), skip.reason()));
        }
    }
}

package dev.granary.harvester.cli;

import dev.granary.harvester.measures.MeasureReport;
import dev.granary.harvester.measures.Measuring;
import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Guests;
import dev.granary.harvester.work.StopSignal;
import dev.granary.registry.NamePattern;
import dev.granary.registry.RegisteredServers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures tables and indexes now. */
@Command(
        name = "measure",
        description = "Measures the tables and indexes of the databases that were harvested. Patterns: * and ? only.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--server", paramLabel = "P", description = "Only servers that match.")
    private @Nullable String server;

    @Option(names = "--database", paramLabel = "P", description = "Only databases that match.")
    private @Nullable String database;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, SQLException {
        var request =
                new HarvestRequest(pattern("--server", server), pattern("--database", database), HarvestMode.FULL);
        surroundings.requireStoreAndKeys();
        var store = surroundings.storeOfHarvester();
        var servers = new HarvestServers(new RegisteredServers(store, surroundings.keys()));
        try (var guests = new Guests(store, HarvestProperties.DEFAULT, new StopSignal(), new ProcessName());
                var sessions = new SourceSessions(servers)) {
            var report = new Measuring(servers, guests, sessions, store, Clock.systemUTC()).measure(request);
            if (report.isEmpty()) {
                throw new Refusal(
                        "No harvested database matches: register and harvest first, or look at the patterns.");
            }
            return told(report.answer());
        }
    }

    private int told(MeasureReport.Answer answer) {
        var databases = answer.databases();
        if (json) {
            surroundings.json(answer);
        } else {
            surroundings.say("%d databases: %d measured (%d of them rows only), %d failed, %d skipped; %d series"
                    .formatted(
                            databases.total(),
                            databases.measured(),
                            databases.rowsOnly(),
                            databases.failed(),
                            databases.skipped(),
                            answer.series()));
            answer.findings()
                    .forEach(finding -> surroundings.say("  %s/%s %s (%s): %s"
                            .formatted(
                                    finding.server(),
                                    finding.database(),
                                    finding.status(),
                                    finding.code(),
                                    finding.reason())));
        }
        return databases.failed() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FAILURES;
    }

    private static @Nullable NamePattern pattern(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(option, wrong.getMessage()));
        }
    }
}

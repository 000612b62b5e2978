package dev.granary.harvester.cli;

import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.sweep.Examination;
import dev.granary.harvester.sweep.ServerFinding;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.RegisteredServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries every registered server and says what a harvest of it would miss. */
@Command(
        name = "doctor",
        description = "Tries every registered server and says what a harvest of it would miss; changes nothing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final Map<String, String> HOW = Map.of(
            "without", "read without some properties",
            "information_schema", "read from INFORMATION_SCHEMA, which says less",
            "unsupported", "not read");

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON. */
    record Answer(List<ServerFinding> servers) {
        Answer {
            servers = List.copyOf(servers);
        }
    }

    @Override
    public Integer call() {
        var registry = new RegisteredServers(surroundings.storeOfHarvester(), surroundings.keys());
        var servers = new HarvestServers(registry);
        var registered = servers.reload();
        if (registered.isEmpty() && servers.unusable().isEmpty()) {
            throw new Refusal("No server is registered: write servers.yml, then register.");
        }
        var findings = new ArrayList<>(findings(servers, registered));
        servers.unusable().forEach((server, reason) -> findings.add(ServerFinding.locked(server, reason)));
        if (json) {
            surroundings.json(new Answer(findings));
        } else {
            findings.forEach(this::tell);
        }
        return findings.stream().allMatch(ServerFinding::isOk) ? ExitCode.DONE : ExitCode.DONE_WITH_FAILURES;
    }

    /** All at once: the silent ones share one wait. */
    private static List<ServerFinding> findings(HarvestServers servers, List<RegisteredServer> registered) {
        try (var sessions = new SourceSessions(servers)) {
            var examination = new Examination(sessions);
            List<Future<ServerFinding>> asked;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                asked = registered.stream()
                        .map(server -> threads.submit(() -> examination.examine(server)))
                        .toList();
            }
            return asked.stream().map(Future::resultNow).toList();
        }
    }

    private void tell(ServerFinding finding) {
        var outcome = finding.reason() == null
                ? "%d databases, version %s".formatted(finding.databases(), finding.version())
                : "(%s) %s".formatted(finding.code(), finding.reason());
        surroundings.say("%s %s: %s".formatted(finding.server(), finding.verdict(), outcome));
        finding.missing().forEach(this::tell);
        for (var lack : finding.lacking()) {
            surroundings.say("  %s: %s; the engine lacks %s"
                    .formatted(
                            lack.section(), HOW.getOrDefault(lack.how(), lack.how()), String.join(", ", lack.what())));
        }
    }

    private void tell(ServerFinding.Missing missing) {
        var place = missing.database() == null ? "the list of databases" : missing.database();
        surroundings.say("  %s (%s): %s".formatted(place, missing.code(), missing.reason()));
        if (!missing.sections().isEmpty()) {
            surroundings.say("    incomplete: " + String.join(", ", missing.sections()));
        }
        missing.grants().forEach(grant -> surroundings.say("    " + grant));
    }
}

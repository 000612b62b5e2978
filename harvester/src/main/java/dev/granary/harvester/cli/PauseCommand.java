package dev.granary.harvester.cli;

import dev.granary.harvester.schedule.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the schedule pass over servers for a while. */
@Command(
        name = "pause",
        description =
                "The schedule passes over the servers that match, within a minute; harvests that people start go on.",
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "PATTERN", description = "Servers: * is any text, ? any one character.")
    private String pattern = "";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "When the pause ends by itself, such as 2027-01-04T06:00:00Z; without it, when it is resumed.")
    private @Nullable String until;

    @Option(names = "--for", paramLabel = "DURATION", description = "How long the pause lasts, such as PT4H or P2D.")
    private @Nullable String duration;

    @Option(names = "--reason", description = "Why, for whoever wonders.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    PauseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON. */
    record Answer(List<String> paused, @Nullable Instant until) {}

    @Override
    public Integer call() {
        var servers = Patterns.required("PATTERN", pattern);
        var end = end();
        var paused = new Pauses(surroundings.storeOfHarvester())
                .pause(servers, end, System.getProperty("user.name", "cli"), reason);
        if (paused.isEmpty()) {
            throw new Refusal("No registered server matches %s.".formatted(pattern));
        }
        if (json) {
            surroundings.json(new Answer(paused, end));
        } else {
            surroundings.say("Paused %s: %s"
                    .formatted(end == null ? "until resumed" : "until " + end, String.join(", ", paused)));
        }
        return ExitCode.DONE;
    }

    private @Nullable Instant end() {
        if (until != null && duration != null) {
            throw new Refusal("--until and --for exclude each other.");
        }
        try {
            if (duration != null) {
                return Instant.now().plus(Duration.parse(duration));
            }
            return until == null ? null : Instant.parse(until);
        } catch (DateTimeParseException wrong) {
            throw new Refusal(
                    "'%s' is neither a time such as 2027-01-04T06:00:00Z (--until) nor a duration such as PT4H (--for)."
                            .formatted(wrong.getParsedString()));
        }
    }
}

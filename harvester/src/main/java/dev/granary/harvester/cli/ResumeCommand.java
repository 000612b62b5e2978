package dev.granary.harvester.cli;

import dev.granary.harvester.schedule.Pauses;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends pauses. */
@Command(
        name = "resume",
        description = "The schedule takes up the paused servers that match again, within a minute.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "PATTERN", description = "Servers: * is any text, ? any one character.")
    private String pattern = "";

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    ResumeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON. */
    record Answer(List<String> resumed) {}

    @Override
    public Integer call() {
        var resumed = new Pauses(surroundings.storeOfHarvester()).resume(Patterns.required("PATTERN", pattern));
        if (resumed.isEmpty()) {
            throw new Refusal("No paused server matches %s.".formatted(pattern));
        }
        if (json) {
            surroundings.json(new Answer(resumed));
        } else {
            surroundings.say("Resumed: " + String.join(", ", resumed));
        }
        return ExitCode.DONE;
    }
}

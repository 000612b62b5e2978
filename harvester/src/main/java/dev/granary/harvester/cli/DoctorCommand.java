package dev.granary.harvester.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Will say of every server whether it can be harvested. */
@Command(
        name = "doctor",
        description = "Not built yet: will try every server and say what a harvest of it would miss.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new Refusal("doctor is not built yet: harvest --json names what could not be read.");
    }
}

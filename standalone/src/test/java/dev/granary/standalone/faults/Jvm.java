package dev.granary.standalone.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM beside this one, with this one's class path. */
final class Jvm {

    private Jvm() {}

    /** Signals have their usual meaning there, also where this process was started to ignore some. */
    static List<String> command(Class<?> program, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return command;
    }
}

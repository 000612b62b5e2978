package dev.granary.emulator;

import dev.granary.emulator.generator.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of the emulator; what it cannot mean is an {@link IllegalArgumentException}. */
record Arguments(
        int port,
        @Nullable Path scripts,
        @Nullable Path faults,
        String bind,
        String name,
        List<Generation> generations) {

    static final String USAGE =
            "usage: sqlserver-emulator.jar --port N [--scripts DIR] [--faults FILE] [--bind ADDRESS]"
                    + " [--name NAME] [--generate seed=1,prefix=gen,databases=1,tables=100,columns=20]";

    static Arguments parse(String... words) {
        int port = -1;
        Path scripts = null;
        Path faults = null;
        var bind = "127.0.0.1";
        var name = "EMULATOR";
        var generations = new ArrayList<Generation>();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value");
            }
            var value = words[i + 1];
            switch (words[i]) {
                case "--port" -> port = port(value);
                case "--scripts" -> scripts = existing(Path.of(value), true);
                case "--faults" -> faults = existing(Path.of(value), false);
                case "--bind" -> bind = value;
                case "--name" -> name = value;
                case "--generate" -> generations.add(Generation.parse(value));
                default -> throw new IllegalArgumentException("unknown option " + words[i]);
            }
        }
        if (port < 0) {
            throw new IllegalArgumentException("--port is missing");
        }
        return new Arguments(port, scripts, faults, bind, name, List.copyOf(generations));
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port must be a number: " + value, e);
        }
        throw new IllegalArgumentException("--port must be between 0 and 65535: " + value);
    }

    private static Path existing(Path path, boolean directory) {
        if (directory ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
            throw new IllegalArgumentException("there is no " + (directory ? "directory " : "file ") + path);
        }
        return path;
    }
}

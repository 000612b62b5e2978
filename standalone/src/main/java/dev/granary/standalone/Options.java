package dev.granary.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param port where lookups are answered; 0 lets the system choose
 * @param data the folder that everything lives in
 * @param servers a servers.yml to harvest instead of the emulated estate
 * @param acceptFilterChanges whether its filters may differ from those of the last start
 */
record Options(int port, Path data, @Nullable Path servers, boolean acceptFilterChanges) {

    static final String USAGE = """
            usage: standalone.jar [--port N] [--data DIR] [--servers FILE] [--accept-filter-changes]
              --port N         where lookups are answered, on loopback (8080)
              --data DIR       where everything is kept (./.granary)
              --servers FILE   a servers.yml to harvest instead of the demo's emulated servers
              --accept-filter-changes   let its filters differ from the last start's""";

    /** @throws UsageException naming the argument that is wrong */
    static Options parse(List<String> arguments) {
        int port = 8080;
        Path data = Path.of(".granary");
        Path servers = null;
        boolean acceptFilterChanges = false;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals("--accept-filter-changes")) {
                acceptFilterChanges = true;
                continue;
            }
            if (!List.of("--port", "--data", "--servers").contains(option)) {
                throw new UsageException("unknown argument " + option);
            }
            if (!rest.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            var value = rest.next();
            switch (option) {
                case "--port" -> port = port(value);
                case "--data" -> data = Path.of(value);
                default -> servers = existing(value);
            }
        }
        return new Options(port, data.toAbsolutePath().normalize(), servers, acceptFilterChanges);
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new UsageException("--port takes a number from 0 to 65535, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static Path existing(String value) {
        var file = Path.of(value);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--servers %s: there is no such file".formatted(value));
        }
        return file.toAbsolutePath().normalize();
    }

    /** The command line asks for what cannot be done; nothing was started. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}

package dev.granary.registry;

import dev.granary.secrets.SecretReferences;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** {@code servers.yml}: either every server in it, or every mistake in it. */
public final class RegistryFile {
    private RegistryFile() {}

    /**
     * Reads and checks the whole file and resolves the secrets it refers to.
     *
     * @param environment a variable's value, or null where it is not set
     * @throws ConfigurationException with every problem; it never contains a secret
     */
    public static List<ServerDefinition> read(Path file, Function<String, @Nullable String> environment) {
        return read(file, environment, Clock.systemUTC());
    }

    static List<ServerDefinition> read(Path file, Function<String, @Nullable String> environment, Clock clock) {
        var problems = new Problems(file);
        var secrets = new SecretReferences(environment);
        List<ServerDefinition> servers = text(file, problems)
                .flatMap(text -> YamlTree.of(text, problems))
                .flatMap(root -> Block.of(new Option(root, "", problems), ServerOptions.ROOT))
                .map(root -> servers(root, secrets, new ScheduleReader(clock)))
                .orElse(List.of());
        if (problems.any()) {
            throw problems.asException();
        }
        return servers;
    }

    private static Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            problems.add(0, "", "is not UTF-8 text");
        } catch (IOException unreadable) {
            problems.add(0, "", Files.exists(file) ? "cannot be read" : "does not exist");
        }
        return Optional.empty();
    }

    private static List<ServerDefinition> servers(Block root, SecretReferences secrets, ScheduleReader schedules) {
        var groups = root.option(ServerOptions.GROUPS)
                .map(new GroupReader(schedules)::read)
                .orElse(List.of());
        var reader = new ServerReader(secrets, schedules, groups);
        List<ServerDefinition> servers = new ArrayList<>();
        Map<String, Integer> firstLines = new HashMap<>();
        List<Option> entries = root.required(ServerOptions.SERVERS)
                .map(option -> option.elements("must be a list of servers; write [] if none is meant"))
                .orElse(List.of());
        for (Option entry : entries) {
            Block.of(entry, ServerOptions.SERVER).ifPresent(block -> {
                block.option(ServerOptions.NAME).ifPresent(name -> refuseSecondUse(name, firstLines));
                reader.read(block).ifPresent(servers::add);
            });
        }
        return servers;
    }

    private static void refuseSecondUse(Option name, Map<String, Integer> firstLines) {
        if (!(name.node() instanceof ScalarNode scalar)) {
            return;
        }
        Integer first = firstLines.putIfAbsent(scalar.getValue(), Problems.line(scalar));
        if (first != null) {
            name.refuse("the name is taken by the server on line " + first);
        }
    }
}

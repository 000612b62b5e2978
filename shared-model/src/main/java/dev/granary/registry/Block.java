package dev.granary.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping whose keys have been checked against the options it may have; what is wrong with them is reported. */
final class Block {
    private final Option self;
    private final Map<String, Option> options;

    private Block(Option self, Map<String, Option> options) {
        this.self = self;
        this.options = options;
    }

    /** Empty, and reported, when the option is no mapping. */
    static Optional<Block> of(Option self, List<String> allowed) {
        if (!(self.node() instanceof MappingNode mapping)) {
            self.refuse("must hold the options " + String.join(", ", allowed));
            return Optional.empty();
        }
        Map<String, Option> options = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                add(self, key, tuple, allowed, options);
            } else {
                self.problems().add(tuple.getKeyNode(), self.path(), "an option's name must be a single word");
            }
        }
        return Optional.of(new Block(self, options));
    }

    private static void add(
            Option self, ScalarNode key, NodeTuple tuple, List<String> allowed, Map<String, Option> options) {
        String name = key.getValue();
        String path = self.path().isEmpty() ? name : self.path() + "." + name;
        if (!allowed.contains(name)) {
            refuseUnknown(self, key, path, isValueless(tuple.getValueNode()), allowed);
        } else if (options.containsKey(name)) {
            int first = Problems.line(options.get(name).node());
            self.problems().add(key, path, "is given twice (first on line " + first + ")");
        } else {
            options.put(name, new Option(tuple.getValueNode(), path, self.problems()));
        }
    }

    private static void refuseUnknown(
            Option self, ScalarNode key, String path, boolean valueless, List<String> allowed) {
        Optional<String> near = NearestName.to(key.getValue(), allowed);
        String known = "; known here are " + String.join(", ", allowed);
        if (near.isPresent()) {
            self.problems().add(key, path, "unknown option; did you mean " + near.get() + "?");
        } else if (valueless) {
            // A slip of punctuation makes a key of what was meant as a value, and that may have been a password.
            self.problems().add(key, self.path(), "holds a word that is no option and has no value" + known);
        } else {
            self.problems().add(key, path, "unknown option" + known);
        }
    }

    private static boolean isValueless(Node value) {
        return value instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    Optional<Option> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Reported when it is missing. */
    Optional<Option> required(String name) {
        Optional<Option> option = option(name);
        if (option.isEmpty()) {
            self.refuse(name + " is missing");
        }
        return option;
    }

    /** What the reader makes of the option; the default when it is not there or was refused. */
    <T> T read(String name, T otherwise, Function<Option, Optional<T>> reader) {
        return option(name).flatMap(reader).orElse(otherwise);
    }
}

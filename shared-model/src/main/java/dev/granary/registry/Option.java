package dev.granary.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One option with its place in the file: hands out its value, or reports why it has none and hands out nothing. */
record Option(Node node, String path, Problems problems) {

    void refuse(String message) {
        problems.add(node, path, message);
    }

    /** The text as written, whatever type YAML would make of it. */
    Optional<String> text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            if (!scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue());
            }
            refuse("is empty");
        } else if (node instanceof ScalarNode) {
            refuse("has no value: give one or leave the option out");
        } else {
            refuse("must be a single value");
        }
        return Optional.empty();
    }

    /** The text turned into something by a function that throws IllegalArgumentException with the reason. */
    <T> Optional<T> parsed(Function<String, T> parser) {
        Optional<String> text = text();
        try {
            return text.map(parser);
        } catch (IllegalArgumentException refused) {
            refuse(reason(refused));
            return Optional.empty();
        }
    }

    OptionalInt number(int least, int most) {
        Optional<Integer> number = parsed(text -> {
            // Nine digits always fit; no sign, no octal, no underscores: what is read is what is seen.
            int value = text.matches("[1-9][0-9]{0,8}|0") ? Integer.parseInt(text) : -1;
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        "'%s' is not a whole number from %d to %d".formatted(text, least, most));
            }
            return value;
        });
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    Optional<Boolean> flag() {
        return parsed(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        });
    }

    /** Every element that is fine; those that are not are reported. */
    <T> List<T> list(Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (Option element : elements("must be a list, such as [a, b]")) {
            element.parsed(parser).ifPresent(value -> {
                if (values.contains(value)) {
                    element.refuse("'" + value + "' is given twice");
                } else {
                    values.add(value);
                }
            });
        }
        return values;
    }

    List<Option> elements(String otherwise) {
        if (!(node instanceof SequenceNode sequence)) {
            refuse(otherwise);
            return List.of();
        }
        List<Option> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(new Option(element, path + "[" + elements.size() + "]", problems));
        }
        return elements;
    }

    private static String reason(IllegalArgumentException refused) {
        return String.valueOf(refused.getMessage());
    }
}

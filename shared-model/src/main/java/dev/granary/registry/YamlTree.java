package dev.granary.registry;

import java.io.StringReader;
import java.util.Iterator;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML into nodes that know their lines; syntax errors are told without the text around them. */
final class YamlTree {
    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    private YamlTree() {}

    /** Empty, and reported, when the text is not one YAML document. */
    static Optional<Node> of(String text, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            Iterator<Node> documents =
                    new Yaml(options).composeAll(new StringReader(text)).iterator();
            if (!documents.hasNext()) {
                problems.add(0, "", "is empty; it must hold the option servers");
                return Optional.empty();
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                problems.add(documents.next(), "", "a second YAML document begins here; only one is read");
            }
            return Optional.of(root);
        } catch (MarkedYAMLException broken) {
            problems.add(line(broken), "", "is not valid YAML: " + reason(broken));
        } catch (ReaderException broken) {
            problems.add(
                    line(text, broken.getPosition()), "", "is not valid YAML: a character that no YAML file may hold");
        } catch (YAMLException limit) {
            problems.add(0, "", "is not read: it is nested too deeply or too large");
        }
        return Optional.empty();
    }

    private static int line(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(point -> point == '\n')
                        .count();
    }

    private static int line(MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    /** The parser quotes names and words of the file, of which any could be a literal password: those are cut off. */
    private static String reason(MarkedYAMLException broken) {
        String problem = String.valueOf(broken.getProblem());
        if (problem.startsWith("found undefined alias")) {
            return "a value that begins with * must be quoted";
        }
        if (problem.startsWith("found undefined tag") || problem.startsWith("found duplicate anchor")) {
            return "a value that begins with ! or & must be quoted";
        }
        if (String.valueOf(broken.getContext()).contains("flow")) {
            return "a bracket or comma is missing, or a ${..} stands without quotes";
        }
        return switch (problem) {
            case "mapping values are not allowed here", "could not find expected ':'" ->
                "a colon stands where none may, or the indentation is wrong";
            default -> "the indentation, a quote or a bracket is wrong here";
        };
    }
}

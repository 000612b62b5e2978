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
        } catch (YAMLException broken) {
            // The parser's own words may quote the text, and with it a password.
            problems.add(0, "", "is not valid YAML: it holds a character that YAML does not allow");
        }
        return Optional.empty();
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
        if (problem.contains("flow")) {
            return "a bracket or comma is missing, or a ${..} stands without quotes";
        }
        return switch (problem) {
            case "mapping values are not allowed here", "could not find expected ':'" ->
                "a colon stands where none may, or the indentation is wrong";
            default -> quotesNothing(problem) ? problem : "the indentation, a quote or a bracket is wrong here";
        };
    }

    private static boolean quotesNothing(String problem) {
        return problem.matches("expected (<[a-z ]+>|[',\\]}a-z ]+), but (found|got) '?<[a-z ]+>'?")
                || problem.matches("found (a tab character|unexpected end of stream)[a-z ']*");
    }
}

package dev.granary.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. */
final class Problems {
    private final Path file;
    private final List<ConfigurationProblem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Node node, String option, String message) {
        add(line(node), option, message);
    }

    void add(int line, String option, String message) {
        found.add(new ConfigurationProblem(file, line, option, message));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    boolean any() {
        return !found.isEmpty();
    }

    ConfigurationException asException() {
        found.sort(Comparator.comparingInt(ConfigurationProblem::line));
        return new ConfigurationException(found);
    }
}

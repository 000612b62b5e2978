package dev.granary.registry;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file is refused; carries every problem in it, in the order of the lines. */
public final class ConfigurationException extends RuntimeException {
    private final transient List<ConfigurationProblem> problems;

    ConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigurationProblem> problems() {
        return problems;
    }
}

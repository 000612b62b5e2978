package dev.granary.registry;

import java.nio.file.Path;

/** One mistake in a configuration file: where it is (line 0: the file as a whole), which option, what is wrong. */
public record ConfigurationProblem(Path file, int line, String option, String message) {
    @Override
    public String toString() {
        var text = new StringBuilder(file.toString());
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!option.isEmpty()) {
            text.append(": ").append(option);
        }
        return text.append(": ").append(message).toString();
    }
}

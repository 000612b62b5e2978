package dev.granary.harvester.cli;

import dev.granary.registry.NamePattern;
import org.jspecify.annotations.Nullable;

/** Patterns as options give them. */
final class Patterns {

    private Patterns() {}

    /** Null where the option was not given. */
    static @Nullable NamePattern of(String option, @Nullable String text) {
        return text == null ? null : required(option, text);
    }

    /** A pattern that has to be given. */
    static NamePattern required(String option, String text) {
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(option, wrong.getMessage()));
        }
    }
}

package dev.granary.harvester.cli;

import dev.granary.registry.NamePattern;
import org.jspecify.annotations.Nullable;

/** Patterns as options give them. */
final class Patterns {

    private Patterns() {}

    /** Null where the option was not given. */
    static @Nullable NamePattern of(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(option, wrong.getMessage()));
        }
    }
}

package dev.granary.harvester.cli;

import dev.granary.registry.NamePattern;

/** Patterns as people type them. */
final class Patterns {

    private Patterns() {}

    static NamePattern of(String text) {
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("'%s': %s".formatted(text, wrong.getMessage()));
        }
    }
}

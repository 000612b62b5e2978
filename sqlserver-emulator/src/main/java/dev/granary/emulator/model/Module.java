package dev.granary.emulator.model;

/** The text of a view, routine or trigger and the settings it was made under. */
public record Module(
        String text,
        boolean encrypted,
        boolean schemaBound,
        boolean recompiled,
        boolean ansiNulls,
        boolean quotedIdentifier) {}

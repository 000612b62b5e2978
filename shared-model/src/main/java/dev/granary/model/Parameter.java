package dev.granary.model;

/** A parameter of a routine. Defaults of T-SQL parameters stand only in the text. */
public record Parameter(int ordinal, String name, String type, boolean output, boolean readOnly) {}

package dev.granary.model;

/** An object of the same database by its names. */
public record QualifiedName(String schema, String name) {}

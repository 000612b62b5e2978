package dev.granary.model;

/** A column of an index or key, with its direction. */
public record IndexColumn(String name, boolean descending) {}

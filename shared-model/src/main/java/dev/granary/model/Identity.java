package dev.granary.model;

/** Where an identity column starts and by how much it grows, in decimal digits; the last value used is not content. */
public record Identity(String seed, String increment, boolean notForReplication) {}

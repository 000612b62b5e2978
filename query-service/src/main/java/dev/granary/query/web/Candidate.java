package dev.granary.query.web;

/** An object that an ambiguous name may mean. */
public record Candidate(long id, String kind, String schema, String name) {}

package dev.granary.harvester.runs;

import org.jspecify.annotations.Nullable;

/** A failure that belongs to a run but to no database it works on, such as a server that cannot be reached. */
public record RunProblem(String server, @Nullable String database, String code, String reason) {}

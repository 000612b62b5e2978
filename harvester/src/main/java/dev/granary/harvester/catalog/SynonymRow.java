package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code synonyms.sql}. */
public record SynonymRow(int objectId, @Nullable String baseObjectName) {}

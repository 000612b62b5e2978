package dev.granary.harvester.catalog;

/** A row of {@code information_schema/counts.sql}. */
public record CountsRow(String schemaName, int tables, int columns) {}

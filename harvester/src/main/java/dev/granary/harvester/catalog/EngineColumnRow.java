package dev.granary.harvester.catalog;

/** A row of {@code engine_columns.sql}. */
record EngineColumnRow(int schemaId, String viewName, String columnName) {}

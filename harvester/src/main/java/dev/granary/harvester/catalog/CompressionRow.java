package dev.granary.harvester.catalog;

/** A row of {@code compression.sql}. */
public record CompressionRow(int objectId, int indexId, int partitionNumber, int compression, boolean xmlCompression) {}

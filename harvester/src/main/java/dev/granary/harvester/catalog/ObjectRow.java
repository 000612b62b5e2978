package dev.granary.harvester.catalog;

import java.time.LocalDateTime;

/** A row of {@code objects.sql}. */
public record ObjectRow(
        int objectId,
        String objectType,
        String schemaName,
        String objectName,
        LocalDateTime createdAt,
        LocalDateTime modifiedAt) {}

package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code xml_schemas.sql}. */
public record XmlSchemaRow(
        int collectionId,
        String schemaName,
        String collectionName,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt,
        @Nullable String namespace) {}

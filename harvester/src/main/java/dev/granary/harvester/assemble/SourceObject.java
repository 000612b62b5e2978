package dev.granary.harvester.assemble;

import dev.granary.model.ObjectKind;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An object as the source lists it.
 *
 * @param schema null for what lives in no schema
 * @param createdAt the source's own local time; null where the source keeps none
 */
public record SourceObject(
        Owner owner,
        ObjectKind kind,
        @Nullable String schema,
        String name,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt) {}

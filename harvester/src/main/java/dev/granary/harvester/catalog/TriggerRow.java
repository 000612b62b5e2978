package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code triggers.sql}. */
public record TriggerRow(
        int objectId,
        int parentClass,
        String triggerName,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt,
        @Nullable String parentSchema,
        @Nullable String parentName,
        @Nullable String event,
        @Nullable String eventGroup,
        boolean insteadOf,
        boolean disabled,
        boolean notForReplication) {}

package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code principals.sql}. */
public record PrincipalRow(
        int principalId,
        String principalName,
        String principalType,
        @Nullable String typeDescription,
        @Nullable String defaultSchema,
        @Nullable String authentication,
        boolean fixedRole,
        @Nullable String ownerName,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt) {}

package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code assemblies.sql}. */
public record AssemblyRow(
        int assemblyId,
        String assemblyName,
        @Nullable String clrName,
        @Nullable String permissionSet,
        boolean visible,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt) {}

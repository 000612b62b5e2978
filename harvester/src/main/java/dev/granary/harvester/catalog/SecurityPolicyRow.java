package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code security_policies.sql}. */
public record SecurityPolicyRow(
        int objectId,
        boolean enabled,
        boolean schemaBound,
        boolean notForReplication,
        @Nullable Integer predicateId,
        @Nullable String predicateType,
        @Nullable String operation,
        @Nullable String targetSchema,
        @Nullable String targetName,
        @Nullable String predicate) {}

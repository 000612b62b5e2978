package dev.granary.harvester.sweep;

import org.jspecify.annotations.Nullable;

/** A row of {@code rights.sql}. */
record RightsRow(
        @Nullable Integer viewDefinition,
        @Nullable Integer viewSecurityDefinition,
        @Nullable Integer selectDependencies,
        @Nullable Integer viewClassification,
        @Nullable String userName,
        @Nullable String loginName) {}

package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code scoped_configurations.sql}. */
public record ScopedConfigurationRow(
        String settingName,
        @Nullable String settingValue,
        @Nullable String secondaryValue,
        @Nullable Boolean defaultValue,
        int configurationId) {}

package dev.granary.harvester.sweep;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code databases.sql}. */
record ListedDatabase(
        int databaseId,
        String databaseName,
        @Nullable Integer snapshotOf,
        @Nullable String state,
        @Nullable String userAccess,
        @Nullable Integer accessible,
        @Nullable Boolean autoClose,
        @Nullable String collation,
        @Nullable Short compatibility,
        @Nullable String serviceBrokerGuid,
        @Nullable LocalDateTime createdAt) {}

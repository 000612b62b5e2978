package dev.granary.query.runs;

import org.jspecify.annotations.Nullable;

/**
 * A database of a run.
 *
 * @param outcome queued or leased while it is open, then published, unchanged, held, failed or skipped
 * @param code why it failed or was skipped
 */
record RunDatabaseView(
        int databaseId,
        String server,
        String database,
        String outcome,
        @Nullable String code,
        @Nullable String reason,
        RunView.Cost cost) {}

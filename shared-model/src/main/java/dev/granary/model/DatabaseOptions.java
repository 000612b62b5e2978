package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * How a database is set up; what stands at SQL Server's default is null or false. Its settings are called after the columns of {@code
 * sys.databases}.
 *
 * @param snapshotIsolation its state where that is not off
 * @param pageVerify where it is not {@code checksum}
 * @param changeTracking null where it is off
 */
public record DatabaseOptions(
        @Nullable String collation,
        int compatibilityLevel,
        @Nullable String recoveryModel,
        boolean readOnly,
        @Nullable String containment,
        @Nullable String userAccess,
        @Nullable String snapshotIsolation,
        boolean readCommittedSnapshot,
        @Nullable String pageVerify,
        @Nullable String delayedDurability,
        @Nullable String catalogCollation,
        int targetRecoverySeconds,
        boolean autoClose,
        boolean autoShrink,
        boolean autoCreateStatisticsOff,
        boolean incrementalStatistics,
        boolean autoUpdateStatisticsOff,
        boolean autoUpdateStatisticsAsync,
        boolean ansiNullDefault,
        boolean ansiNulls,
        boolean ansiPadding,
        boolean ansiWarnings,
        boolean arithAbort,
        boolean concatNullYieldsNull,
        boolean numericRoundAbort,
        boolean quotedIdentifier,
        boolean recursiveTriggers,
        boolean parameterizationForced,
        boolean dateCorrelation,
        boolean trustworthy,
        boolean chaining,
        boolean broker,
        boolean published,
        boolean mergePublished,
        boolean encrypted,
        boolean changeDataCapture,
        boolean queryStore,
        boolean mixedPages,
        boolean temporalRetentionOff,
        boolean elevateToSnapshot,
        boolean acceleratedRecovery,
        boolean ledger,
        boolean changeFeed,
        @Nullable ChangeTracking changeTracking)
        implements PartContent {

    /** How long changes are kept where change tracking is on. */
    public record ChangeTracking(int retention, @Nullable String units, boolean cleanupOff) {}

    /** A database with every other setting at its default. */
    public static DatabaseOptions ordinary(
            @Nullable String collation, int compatibilityLevel, @Nullable String recoveryModel, boolean readOnly) {
        return new DatabaseOptions(
                collation,
                compatibilityLevel,
                recoveryModel,
                readOnly,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Override
    public Aspect aspect() {
        return Aspect.DATABASE;
    }
}

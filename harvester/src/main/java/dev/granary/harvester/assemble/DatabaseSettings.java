package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.DatabaseRow;
import dev.granary.model.DatabaseOptions;
import dev.granary.model.DatabaseOptions.ChangeTracking;
import org.jspecify.annotations.Nullable;

/** How the database itself is set up: what stands at its default is left out, and what the engine does not tell is not taken for off. */
final class DatabaseSettings {

    private DatabaseSettings() {}

    static DatabaseOptions of(DatabaseRow row) {
        return new DatabaseOptions(
                row.collation(),
                row.compatibilityLevel(),
                ObjectAssembly.lower(row.recoveryModel()),
                row.readOnly(),
                unless("none", row.containment()),
                unless("multi_user", row.userAccess()),
                unless("off", row.snapshotIsolation()),
                row.readCommittedSnapshot(),
                unless("checksum", row.pageVerify()),
                unless("disabled", row.delayedDurability()),
                unless("database_default", row.catalogCollation()),
                row.targetRecoverySeconds(),
                row.autoClose(),
                row.autoShrink(),
                isOff(row.autoCreateStatistics()),
                row.incrementalStatistics(),
                isOff(row.autoUpdateStatistics()),
                row.autoUpdateStatisticsAsync(),
                row.ansiNullDefault(),
                row.ansiNulls(),
                row.ansiPadding(),
                row.ansiWarnings(),
                row.arithAbort(),
                row.concatNullYieldsNull(),
                row.numericRoundAbort(),
                row.quotedIdentifier(),
                row.recursiveTriggers(),
                row.parameterizationForced(),
                row.dateCorrelation(),
                row.trustworthy(),
                row.chaining(),
                row.broker(),
                row.published(),
                row.mergePublished(),
                row.encrypted(),
                row.changeDataCapture(),
                row.queryStore(),
                row.mixedPages(),
                isOff(row.temporalRetention()),
                row.elevateToSnapshot(),
                row.acceleratedRecovery(),
                row.ledger(),
                row.changeFeed(),
                tracking(row));
    }

    private static @Nullable ChangeTracking tracking(DatabaseRow row) {
        return row.trackingRetention() == null
                ? null
                : new ChangeTracking(
                        row.trackingRetention(), ObjectAssembly.lower(row.trackingUnits()), !row.trackingCleanup());
    }

    private static @Nullable String unless(String ordinary, @Nullable String words) {
        var lower = ObjectAssembly.lower(words);
        return ordinary.equals(lower) ? null : lower;
    }

    private static boolean isOff(@Nullable Boolean on) {
        return Boolean.FALSE.equals(on);
    }
}

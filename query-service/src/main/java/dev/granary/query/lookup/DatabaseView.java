package dev.granary.query.lookup;

import dev.granary.query.pointers.CurrentSnapshot;
import dev.granary.query.pointers.DatabasePointer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database and where it stands; {@code status} is current, stale (then {@code reason} says why) or never.
 *
 * @param openHolds how many publications wait for somebody's decision
 */
record DatabaseView(
        int id,
        String server,
        String name,
        @Nullable String collation,
        @Nullable String state,
        String status,
        @Nullable String reason,
        @Nullable Integer objects,
        @Nullable Integer columns,
        @Nullable Snapshot snapshot,
        int openHolds) {

    /** The latest snapshot: {@code at} is when its reading ended, {@code sections} the status of each section,
     * {@code reasons} what some of them lack, {@code crossCheck} the counts of INFORMATION_SCHEMA. */
    record Snapshot(
            int sequence,
            Instant at,
            String mode,
            String treeHash,
            Map<String, String> sections,
            Map<String, String> reasons,
            CurrentSnapshot.@Nullable CrossCheck crossCheck) {

        static Snapshot of(CurrentSnapshot s) {
            return new Snapshot(
                    s.sequence(), s.at(), s.mode(), s.treeHash(), s.sections(), s.reasons(), s.crossCheck());
        }
    }

    static DatabaseView of(DatabasePointer d) {
        var s = d.snapshot();
        return new DatabaseView(
                d.id(),
                d.server(),
                d.name(),
                d.collation(),
                d.state(),
                d.status(),
                d.reason(),
                s == null ? null : s.objects(),
                s == null ? null : s.columns(),
                s == null ? null : Snapshot.of(s),
                d.openHolds());
    }
}

package dev.granary.emulator.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What makes a table more than a plain one, besides time and memory.
 *
 * @param graph N a node table, E an edge table, a blank neither
 * @param ledgerType sys.tables.ledger_type
 * @param lockEscalation 0 TABLE, 1 DISABLE, 2 AUTO
 * @param retention how long a temporal table keeps its history, or null without end
 * @param tracking change tracking: null is off, true tracks columns too
 */
public record TableNature(
        char graph,
        int ledgerType,
        @Nullable Integer ledgerViewId,
        boolean droppedLedger,
        int lockEscalation,
        @Nullable Retention retention,
        boolean captured,
        @Nullable Boolean tracking,
        @Nullable External external)
        implements Serializable {

    public static final TableNature PLAIN = new TableNature(' ', 0, null, false, 0, null, false, null, null);

    /** A period and the code of its unit: 3 days, 4 weeks, 5 months, 6 years. */
    public record Retention(int period, int unit) implements Serializable {}

    /** Where an external table's rows are; the ids are of a data source and a file format. */
    public record External(
            int dataSourceId,
            int fileFormatId,
            @Nullable String location,
            @Nullable String remoteSchema,
            @Nullable String remoteName)
            implements Serializable {}

    public TableNature withGraph(char now) {
        return new TableNature(
                now, ledgerType, ledgerViewId, droppedLedger, lockEscalation, retention, captured, tracking, external);
    }

    public TableNature withLedger(int type, @Nullable Integer viewId, boolean dropped) {
        return new TableNature(graph, type, viewId, dropped, lockEscalation, retention, captured, tracking, external);
    }

    public TableNature withLockEscalation(int now) {
        return new TableNature(
                graph, ledgerType, ledgerViewId, droppedLedger, now, retention, captured, tracking, external);
    }

    public TableNature withRetention(@Nullable Retention now) {
        return new TableNature(
                graph, ledgerType, ledgerViewId, droppedLedger, lockEscalation, now, captured, tracking, external);
    }

    public TableNature withCaptured(boolean now) {
        return new TableNature(
                graph, ledgerType, ledgerViewId, droppedLedger, lockEscalation, retention, now, tracking, external);
    }

    public TableNature withTracking(@Nullable Boolean now) {
        return new TableNature(
                graph, ledgerType, ledgerViewId, droppedLedger, lockEscalation, retention, captured, now, external);
    }

    public TableNature withExternal(External now) {
        return new TableNature(
                graph, ledgerType, ledgerViewId, droppedLedger, lockEscalation, retention, captured, tracking, now);
    }
}

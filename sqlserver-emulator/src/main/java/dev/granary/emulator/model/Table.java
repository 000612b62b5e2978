package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user table, or the hidden table behind a table type. */
public final class Table extends Relation {

    private volatile Storage storage = Storage.PLAIN;
    private volatile TableNature nature = TableNature.PLAIN;
    private volatile Index.Placement placement = Index.Placement.PRIMARY;
    private volatile long rows;

    public Table(Birth birth, List<Column> columns) {
        this(birth, ObjectType.USER_TABLE, columns);
    }

    public Table(Birth birth, ObjectType type, List<Column> columns) {
        super(birth, type, columns);
    }

    public Storage storage() {
        return storage;
    }

    public void store(Storage now) {
        storage = now;
    }

    public TableNature nature() {
        return nature;
    }

    public void nature(TableNature now) {
        nature = now;
    }

    /** Where an index goes that says nothing of it. */
    public Index.Placement placement() {
        return placement;
    }

    public void place(Index.Placement now) {
        placement = now;
    }

    /** How many rows the table is said to hold. */
    public long rows() {
        return rows;
    }

    public void rows(long now) {
        rows = Math.max(0, now);
    }

    /** Gives the heap its index 0 if there is no clustered index. */
    public void ensureHeap() {
        if (!storage.memoryOptimized()
                && nature.external() == null
                && indexes().stream().noneMatch(i -> i.kind().clustered())) {
            addIndex(new Index(
                    0, null, Index.Kind.HEAP, false, Index.Role.PLAIN, List.of(), Index.Options.NONE.at(placement)));
        }
    }

    /** Temporal and memory-optimised properties; the period is the two columns' ids, start first. */
    public record Storage(
            int temporalType,
            @Nullable Integer historyTableId,
            @Nullable Integer periodStart,
            @Nullable Integer periodEnd,
            boolean memoryOptimized,
            boolean schemaOnly)
            implements Serializable {

        public static final Storage PLAIN = new Storage(0, null, null, null, false, false);

        public Storage withTemporal(int type, @Nullable Integer history) {
            return new Storage(type, history, periodStart, periodEnd, memoryOptimized, schemaOnly);
        }

        public Storage withPeriod(@Nullable Integer start, @Nullable Integer end) {
            return new Storage(temporalType, historyTableId, start, end, memoryOptimized, schemaOnly);
        }

        public Storage withMemory(boolean optimized, boolean onlySchema) {
            return new Storage(temporalType, historyTableId, periodStart, periodEnd, optimized, onlySchema);
        }
    }
}

package dev.granary.emulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user table, or the hidden table behind a table type. */
public final class Table extends Relation {

    private volatile Storage storage = Storage.PLAIN;

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

    /** Gives the heap its index 0 if there is no clustered index. */
    public void ensureHeap() {
        if (!storage.memoryOptimized()
                && indexes().stream().noneMatch(i -> i.kind().clustered())) {
            addIndex(new Index(0, null, Index.Kind.HEAP, false, Index.Role.PLAIN, List.of(), Index.Options.NONE));
        }
    }

    /** Temporal and memory-optimised properties; the period is the two columns' ids, start first. */
    public record Storage(
            int temporalType,
            @Nullable Integer historyTableId,
            @Nullable Integer periodStart,
            @Nullable Integer periodEnd,
            boolean memoryOptimized,
            boolean schemaOnly) {

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

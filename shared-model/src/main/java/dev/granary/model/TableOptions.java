package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * What sets a table or table type apart from an ordinary one; one without any of it has no such part.
 *
 * @param durability {@code schema_only}, else null
 * @param temporal {@code system_versioned} or {@code history}
 * @param history of a temporal or ledger table, its history table where a person named it
 * @param retention how long history is kept, such as {@code 6 month}; null is for ever
 * @param period the columns of a table's period for system time
 * @param graph {@code node} or {@code edge}
 * @param ledger {@code append_only}, {@code updatable} or {@code history}
 * @param lockEscalation {@code auto} or {@code disable}; null is to the table
 * @param changeTracking {@code rows} or, where the columns are tracked too, {@code columns}
 */
public record TableOptions(
        boolean memoryOptimized,
        @Nullable String durability,
        @Nullable String temporal,
        @Nullable QualifiedName history,
        @Nullable String retention,
        @Nullable Period period,
        @Nullable ExternalSource external,
        @Nullable String graph,
        @Nullable String ledger,
        @Nullable QualifiedName ledgerView,
        @Nullable String lockEscalation,
        @Nullable String changeTracking,
        boolean changeDataCapture,
        boolean replicated,
        boolean fileTable)
        implements PartContent {

    /** An ordinary table. */
    public static final TableOptions NONE = new TableOptions(false, null, null);

    /** For a table that is memory-optimised or temporal and nothing else. */
    public TableOptions(boolean memoryOptimized, @Nullable String durability, @Nullable String temporal) {
        this(
                memoryOptimized,
                durability,
                temporal,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false);
    }

    @Override
    public Aspect aspect() {
        return Aspect.TABLE;
    }

    /** The columns that hold from when and until when a row was current. */
    public record Period(String start, String end) {}

    /** Where the rows of an external table are; a location may name a storage account, never a credential. */
    public record ExternalSource(
            @Nullable String dataSource,
            @Nullable String location,
            @Nullable String fileFormat) {}
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and how one index or heap is kept, as far as it differs from the defaults.
 *
 * @param index its name; null for a heap and where the system made the name
 * @param role {@code heap}, {@code primary_key} or {@code unique}; null for an index that is nothing else
 * @param dataSpace the filegroup or partition scheme, where it is not the database's default
 * @param partitionColumn the column by which rows are spread over the scheme
 * @param fillFactor in percent; 0 is the server's own
 */
public record IndexStorage(
        @Nullable String index,
        @Nullable String role,
        @Nullable String dataSpace,
        @Nullable String partitionColumn,
        int fillFactor,
        boolean padded,
        boolean rowLocksOff,
        boolean pageLocksOff,
        boolean sequentialKey,
        List<Compression> compression) {

    public IndexStorage {
        compression = Lists.copy(compression);
    }

    /**
     * How partitions are compressed.
     *
     * @param partitions such as {@code 1-3}; null for all there are
     * @param kind {@code row}, {@code page} or {@code columnstore_archive}; null where only XML is
     */
    public record Compression(
            @Nullable String partitions, @Nullable String kind, boolean xml) {}
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param type in lower case with underscores, such as {@code clustered_columnstore}
 * @param filter as SQL Server stores it
 * @param bucketCount of a hash index
 * @param order the columns by which a columnstore index is ordered
 * @param compressionDelay in minutes, of a columnstore index
 */
public record Index(
        String name,
        String type,
        boolean unique,
        List<IndexColumn> columns,
        List<String> included,
        @Nullable String filter,
        boolean disabled,
        boolean ignoreDuplicates,
        int bucketCount,
        List<String> order,
        int compressionDelay,
        @Nullable XmlIndex xml,
        @Nullable SpatialIndex spatial) {

    public Index {
        columns = Lists.copy(columns);
        included = Lists.copy(included);
        order = Lists.copy(order);
    }

    /** For an index of no special kind. */
    public Index(
            String name,
            String type,
            boolean unique,
            List<IndexColumn> columns,
            List<String> included,
            @Nullable String filter,
            boolean disabled,
            boolean ignoreDuplicates) {
        this(name, type, unique, columns, included, filter, disabled, ignoreDuplicates, 0, List.of(), 0, null, null);
    }
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary key or unique constraint; {@code name} is null where the system made it. {@code kind} is {@code primary_key} or {@code unique}, {@code type} that of its index, {@code bucketCount} that of a hash index. */
public record Key(
        @Nullable String name,
        String kind,
        String type,
        List<IndexColumn> columns,
        boolean disabled,
        boolean ignoreDuplicates,
        int bucketCount) {

    public Key {
        columns = Lists.copy(columns);
    }

    /** For a key without a hash index. */
    public Key(
            @Nullable String name,
            String kind,
            String type,
            List<IndexColumn> columns,
            boolean disabled,
            boolean ignoreDuplicates) {
        this(name, kind, type, columns, disabled, ignoreDuplicates, 0);
    }
}

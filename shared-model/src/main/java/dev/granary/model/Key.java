package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary key or unique constraint; {@code name} is null where the system made it. {@code kind} is {@code primary_key} or {@code unique}, {@code type} that of its index. */
public record Key(
        @Nullable String name,
        String kind,
        String type,
        List<IndexColumn> columns,
        boolean disabled,
        boolean ignoreDuplicates) {

    public Key {
        columns = Lists.copy(columns);
    }
}

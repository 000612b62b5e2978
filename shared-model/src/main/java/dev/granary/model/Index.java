package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index; {@code type} in lower case with underscores, such as {@code clustered_columnstore}; {@code filter} as SQL Server stores it. */
public record Index(
        String name,
        String type,
        boolean unique,
        List<IndexColumn> columns,
        List<String> included,
        @Nullable String filter,
        boolean disabled,
        boolean ignoreDuplicates) {

    public Index {
        columns = Lists.copy(columns);
        included = Lists.copy(included);
    }
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key; {@code name} is null where the system made it; an action is null where it is {@code NO ACTION}, else {@code cascade}, {@code set_null} or {@code set_default}. */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        @Nullable String onDelete,
        @Nullable String onUpdate,
        boolean disabled,
        boolean notTrusted,
        boolean notForReplication) {

    public ForeignKey {
        columns = Lists.copy(columns);
        referencedColumns = Lists.copy(referencedColumns);
    }
}

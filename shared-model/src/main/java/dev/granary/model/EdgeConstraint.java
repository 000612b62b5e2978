package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which nodes an edge may connect; {@code name} is null where the system made it, {@code onDelete} where it is {@code NO ACTION}. */
public record EdgeConstraint(
        @Nullable String name,
        List<Connection> connections,
        @Nullable String onDelete,
        boolean disabled,
        boolean notTrusted) {

    public EdgeConstraint {
        connections = Lists.copy(connections);
    }

    /** From one node table to another. */
    public record Connection(String fromSchema, String fromTable, String toSchema, String toTable) {}
}

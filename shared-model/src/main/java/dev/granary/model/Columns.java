package dev.granary.model;

import java.util.List;

/** The columns of a table, view, table type or table-valued function, in their order. */
public record Columns(List<Column> columns) implements PartContent {

    public Columns {
        columns = Lists.copy(columns);
    }

    @Override
    public Aspect aspect() {
        return Aspect.COLUMNS;
    }
}

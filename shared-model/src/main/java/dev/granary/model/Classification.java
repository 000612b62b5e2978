package dev.granary.model;

import java.util.List;

/** What was declared about the sensitivity of a table's columns, by column. */
public record Classification(List<ClassifiedColumn> columns) implements PartContent {

    public Classification {
        columns = Lists.copy(columns);
    }

    @Override
    public Aspect aspect() {
        return Aspect.CLASSIFICATION;
    }
}

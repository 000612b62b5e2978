package dev.granary.model;

import java.util.List;

/** The indexes of a table or view that back no constraint, by name. */
public record Indexes(List<Index> indexes) implements PartContent {

    public Indexes {
        indexes = Lists.copy(indexes);
    }

    @Override
    public Aspect aspect() {
        return Aspect.INDEXES;
    }
}

package dev.granary.model;

import java.util.List;

/** How the rows of a table or view are kept, index by index where it is not by default: no structure, a database runs the same without it. */
public record Storage(List<IndexStorage> indexes) implements PartContent {

    public Storage {
        indexes = Lists.copy(indexes);
    }

    @Override
    public Aspect aspect() {
        return Aspect.STORAGE;
    }
}

package dev.granary.model;

import java.util.List;

/** The foreign keys a table declares: those with a name of their own by name, then the others by content. */
public record ForeignKeys(List<ForeignKey> foreignKeys) implements PartContent {

    public ForeignKeys {
        foreignKeys = Lists.copy(foreignKeys);
    }

    @Override
    public Aspect aspect() {
        return Aspect.FOREIGN_KEYS;
    }
}

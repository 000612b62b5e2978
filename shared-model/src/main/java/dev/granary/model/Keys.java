package dev.granary.model;

import java.util.List;

/** The primary key and the unique constraints of a table, the primary key first. */
public record Keys(List<Key> keys) implements PartContent {

    public Keys {
        keys = Lists.copy(keys);
    }

    @Override
    public Aspect aspect() {
        return Aspect.KEYS;
    }
}

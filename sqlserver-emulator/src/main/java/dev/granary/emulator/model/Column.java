package dev.granary.emulator.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A column of a relation or of a function's result. */
public record Column(int id, String name, TypeUse type, boolean nullable, Traits traits) {

    /** What most columns have none of, so that a plain column stays small. */
    public record Traits(
            @Nullable Identity identity,
            @Nullable Computed computed,
            @Nullable String mask,
            boolean sparse,
            boolean rowGuid,
            boolean hidden,
            int generatedAlways) {

        public static final Traits NONE = new Traits(null, null, null, false, false, false, 0);
    }

    /** IDENTITY(seed, increment). */
    public record Identity(BigDecimal seed, BigDecimal increment, boolean notForReplication) {}

    /** AS (definition) [PERSISTED]. */
    public record Computed(String definition, boolean persisted) {}

    public Column withName(String newName) {
        return new Column(id, newName, type, nullable, traits);
    }

    public Column withType(TypeUse newType, boolean newNullable) {
        return new Column(id, name, newType, newNullable, traits);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(id, name, type, newNullable, traits);
    }

    public Column withTraits(Traits newTraits) {
        return new Column(id, name, type, nullable, newTraits);
    }
}

package dev.granary.emulator.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A type as a column or parameter uses it; max_length is in bytes, -1 for (max), as in sys.columns. */
public record TypeUse(
        TypeDef type,
        int maxLength,
        int precision,
        int scale,
        @Nullable String collation) implements Serializable {}

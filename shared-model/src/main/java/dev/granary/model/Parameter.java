package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** A parameter of a routine. Defaults of T-SQL parameters stand only in the text; {@code defaultValue} is that of a CLR routine. */
public record Parameter(
        int ordinal,
        String name,
        String type,
        boolean output,
        boolean readOnly,
        @Nullable String defaultValue,
        boolean cursor,
        @Nullable String xmlSchema) {

    /** For a parameter that is no cursor and no typed XML, of a routine in T-SQL. */
    public Parameter(int ordinal, String name, String type, boolean output, boolean readOnly) {
        this(ordinal, name, type, output, readOnly, null, false, null);
    }
}

package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference out of an expression, as SQL Server recorded it.
 *
 * @param server of a four-part name
 * @param database of a three-part name that is not the database itself
 * @param schema as written, or the one that was found where none was written
 * @param column only where the engine bound the reference down to it
 * @param on the class of what is referred to: {@code object}, {@code type}, {@code xml_schema_collection}, {@code partition_function}
 * @param callerDependent whether the schema depends on who runs it
 * @param ambiguous whether the name could mean several things until it runs
 * @param resolved whether the engine found it in this database
 * @param reason why it did not: {@code other_server}, {@code other_database}, {@code caller_dependent}, {@code ambiguous} or {@code not_found}
 */
public record Dependency(
        @Nullable String server,
        @Nullable String database,
        @Nullable String schema,
        String name,
        @Nullable String column,
        String on,
        boolean schemaBound,
        boolean callerDependent,
        boolean ambiguous,
        boolean resolved,
        @Nullable String reason) {

    /** Whether it names something of the same database by schema and name. */
    public boolean isLocal() {
        return server == null && database == null && schema != null;
    }
}

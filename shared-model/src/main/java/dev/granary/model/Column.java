package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as its object declares it. Its place among the columns is its place in the list: gaps of {@code column_id} are not content.
 *
 * @param type as T-SQL writes it, such as {@code nvarchar(50)}
 * @param defaultExpression as SQL Server stores it, parentheses included
 * @param defaultName the default constraint's name where a person gave it
 * @param collation only where it differs from the database's default
 * @param mask the masking function
 * @param generatedAlways {@code row_start}, {@code row_end} and the like
 * @param xmlSchema the XML schema collection that types it, as {@code schema.name}
 * @param xmlDocument whether it holds documents only, not fragments
 * @param graph what a column of a graph table is for, such as {@code graph_id}
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultExpression,
        @Nullable String defaultName,
        @Nullable String computed,
        boolean persisted,
        @Nullable Identity identity,
        @Nullable String collation,
        @Nullable String mask,
        boolean sparse,
        boolean columnSet,
        boolean rowGuid,
        @Nullable String generatedAlways,
        boolean hidden,
        @Nullable ColumnEncryption encryption,
        @Nullable String xmlSchema,
        boolean xmlDocument,
        @Nullable String graph,
        boolean fileStream) {

    /** For a column that is not encrypted, typed XML, of a graph or kept in files. */
    public Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultExpression,
            @Nullable String defaultName,
            @Nullable String computed,
            boolean persisted,
            @Nullable Identity identity,
            @Nullable String collation,
            @Nullable String mask,
            boolean sparse,
            boolean columnSet,
            boolean rowGuid,
            @Nullable String generatedAlways,
            boolean hidden) {
        this(
                name,
                type,
                nullable,
                defaultExpression,
                defaultName,
                computed,
                persisted,
                identity,
                collation,
                mask,
                sparse,
                columnSet,
                rowGuid,
                generatedAlways,
                hidden,
                null,
                null,
                false,
                null,
                false);
    }
}

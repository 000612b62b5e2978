package dev.granary.query.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.granary.model.AssemblyOptions;
import dev.granary.model.ClrCode;
import dev.granary.model.ColumnEncryption;
import dev.granary.model.EdgeConstraint;
import dev.granary.model.FulltextIndex;
import dev.granary.model.IndexStorage;
import dev.granary.model.NumberedProcedure;
import dev.granary.model.PartitionFunction;
import dev.granary.model.PartitionScheme;
import dev.granary.model.SecurityPolicy;
import dev.granary.model.SpatialIndex;
import dev.granary.model.Statistic;
import dev.granary.model.TableOptions;
import dev.granary.model.XmlIndex;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object as it was last published. Every list is there, empty if it has nothing; {@code unknown} names the aspects that could not be read,
 * of which an empty list or a null says nothing. {@code schema} is null for what lives in none. What only few objects have is shown in the words
 * of the catalogue's own records.
 * {@code unconfirmed} says that the last harvest did not find the object and a hold keeps it; {@code tags} are what people put on it.
 */
record ObjectBody(
        int id,
        String kind,
        String server,
        String database,
        @Nullable String schema,
        String name,
        String definitionHash,
        String treeHash,
        Instant at,
        @Nullable String description,
        List<ColumnView> columns,
        List<KeyView> keys,
        List<IndexView> indexes,
        List<ForeignKeyView> foreignKeys,
        List<Referencing> referencedBy,
        List<CheckView> checks,
        List<String> triggers,
        List<ParameterView> parameters,
        @Nullable String text,
        String textStatus,
        @Nullable String target,
        @Nullable TriggerView trigger,
        @Nullable SequenceView sequence,
        @Nullable AliasOf aliasOf,
        @Nullable TableOptions table,
        List<EdgeConstraint> edgeConstraints,
        @Nullable SecurityPolicy securityPolicy,
        List<NumberedProcedure> numberedProcedures,
        @Nullable ClrCode clr,
        @Nullable AssemblyOptions assembly,
        List<String> xmlNamespaces,
        @Nullable FulltextIndex fulltext,
        @Nullable PartitionFunction partitionFunction,
        @Nullable PartitionScheme partitionScheme,
        List<IndexStorage> storage,
        List<Statistic> statistics,
        List<DependencyView> dependsOn,
        List<ReferencingCode> referencedByCode,
        @Nullable Long rows,
        @Nullable Long reservedBytes,
        List<String> unknown,
        boolean unconfirmed,
        List<String> tags) {

    /** A column; {@code collation} only where it differs from the database's. */
    record ColumnView(
            int ordinal,
            String name,
            String type,
            boolean nullable,
            @JsonProperty("default") @Nullable String defaultExpression,
            @Nullable String defaultName,
            @Nullable String computed,
            boolean persisted,
            @Nullable IdentityView identity,
            @Nullable String collation,
            @Nullable String mask,
            @Nullable String description,
            @Nullable ClassificationView classification,
            boolean sparse,
            boolean columnSet,
            boolean rowGuid,
            @Nullable String generatedAlways,
            boolean hidden,
            @Nullable ColumnEncryption encryption,
            @Nullable String xmlSchema,
            boolean xmlDocument,
            @Nullable String graph,
            boolean fileStream) {}

    /** A column's sensitivity as it was declared. */
    record ClassificationView(
            @Nullable String label,
            @Nullable String informationType,
            @Nullable String rank) {}

    /** A name in the object's expressions; {@code reason} says why it is not resolved. */
    record DependencyView(
            @Nullable String server,
            @Nullable String database,
            @Nullable String schema,
            String name,
            @Nullable String column,
            @JsonProperty("class") String on,
            boolean schemaBound,
            boolean callerDependent,
            boolean ambiguous,
            boolean resolved,
            @Nullable String reason) {}

    /** An object of the same database whose expressions name the object; {@code schema} is null for what lives in none. */
    record ReferencingCode(@Nullable String schema, String name, String kind) {}

    /** Where an identity column starts and by how much it grows. */
    record IdentityView(BigInteger seed, BigInteger increment) {}

    /** A primary key or unique constraint. */
    record KeyView(
            String name,
            boolean systemNamed,
            String kind,
            List<String> columns,
            List<String> descendingColumns,
            String type,
            int bucketCount) {}

    /** An index that backs no key. */
    record IndexView(
            String name,
            boolean unique,
            String type,
            List<IndexColumnView> columns,
            List<String> included,
            @Nullable String filter,
            boolean disabled,
            boolean ignoreDuplicates,
            int bucketCount,
            List<String> order,
            int compressionDelay,
            @Nullable XmlIndex xml,
            @Nullable SpatialIndex spatial) {}

    /** A column of an index's key. */
    record IndexColumnView(String name, boolean descending) {}

    /** A foreign key of the object. */
    record ForeignKeyView(
            String name,
            boolean systemNamed,
            List<String> columns,
            Referenced referenced,
            String onDelete,
            String onUpdate,
            boolean disabled,
            boolean trusted) {}

    /** What a foreign key refers to. */
    record Referenced(String schema, String name, List<String> columns) {}

    /** A table with a foreign key to the object. */
    record Referencing(String schema, String name, String foreignKey) {}

    /** A check constraint; {@code column} is null where it belongs to the table. */
    record CheckView(
            String name,
            boolean systemNamed,
            @Nullable String column,
            String expression,
            boolean disabled,
            boolean trusted) {}

    /** A parameter; ordinal 0 is what a function returns. */
    record ParameterView(
            int ordinal,
            String name,
            String type,
            boolean output,
            boolean readOnly,
            @JsonProperty("default") @Nullable String defaultValue,
            boolean cursor,
            @Nullable String xmlSchema) {}

    /** What a trigger stands on, nothing for one on the database, and when it fires. */
    record TriggerView(
            @Nullable String schema,
            @Nullable String table,
            List<String> events,
            boolean insteadOf,
            boolean disabled) {}

    /** How a sequence counts, in decimal digits. */
    record SequenceView(
            String type,
            String start,
            String increment,
            String minimum,
            String maximum,
            boolean cycles,
            @Nullable String cache) {}

    /** The type that an alias type stands for. */
    record AliasOf(String type, boolean nullable) {}
}

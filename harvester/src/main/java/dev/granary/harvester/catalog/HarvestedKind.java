package dev.granary.harvester.catalog;

import static dev.granary.harvester.catalog.Right.CONNECT;
import static dev.granary.harvester.catalog.Right.VIEW_DEFINITION;

import java.util.Locale;

/**
 * The closed list of what a harvest knows to be there: each kind with the statement that reads it and the right it needs. For each there is a
 * script in T-SQL that makes one, a contract that a harvest holds it, and a row in docs/harvested.md.
 */
public enum HarvestedKind {
    /** The database itself. */
    DATABASE(CatalogQuery.DATABASE, CONNECT),
    /** A schema and its owner. */
    SCHEMA(CatalogQuery.SCHEMAS, VIEW_DEFINITION),
    /** A user table. */
    TABLE(CatalogQuery.OBJECTS, VIEW_DEFINITION),
    /** A column with type, nullability and collation. */
    COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** The default of a column. */
    COLUMN_DEFAULT(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A column computed from others. */
    COMPUTED_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A column that counts. */
    IDENTITY_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A ROWGUIDCOL column. */
    ROWGUID_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A sparse column. */
    SPARSE_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** The XML of all sparse columns. */
    COLUMN_SET(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A dynamically masked column. */
    MASKED_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A column under Always Encrypted. */
    ENCRYPTED_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** An XML column typed by a schema collection. */
    TYPED_XML_COLUMN(CatalogQuery.COLUMNS, VIEW_DEFINITION),
    /** A primary key. */
    PRIMARY_KEY(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A unique constraint. */
    UNIQUE_CONSTRAINT(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A foreign key. */
    FOREIGN_KEY(CatalogQuery.FOREIGN_KEYS, VIEW_DEFINITION),
    /** A check constraint. */
    CHECK_CONSTRAINT(CatalogQuery.CHECKS, VIEW_DEFINITION),
    /** An index with keys and included columns. */
    INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** An index over some of the rows. */
    FILTERED_INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A columnstore index. */
    COLUMNSTORE_INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A primary, secondary or selective XML index. */
    XML_INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A spatial index. */
    SPATIAL_INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A hash index of a memory-optimised table. */
    HASH_INDEX(CatalogQuery.INDEXES, VIEW_DEFINITION),
    /** A memory-optimised table. */
    MEMORY_OPTIMIZED_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** A system-versioned table and its history. */
    TEMPORAL_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** An external table. */
    EXTERNAL_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** A graph table of nodes. */
    NODE_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** A graph table of edges. */
    EDGE_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** What an edge may connect. */
    EDGE_CONSTRAINT(CatalogQuery.EDGE_CONSTRAINTS, VIEW_DEFINITION),
    /** A ledger table. */
    LEDGER_TABLE(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** How far locks of a table escalate. */
    LOCK_ESCALATION(CatalogQuery.TABLES, VIEW_DEFINITION),
    /** A partition function. */
    PARTITION_FUNCTION(CatalogQuery.PARTITION_FUNCTIONS, VIEW_DEFINITION),
    /** A partition scheme. */
    PARTITION_SCHEME(CatalogQuery.PARTITION_SCHEMES, VIEW_DEFINITION),
    /** A table or index on a partition scheme or on a filegroup of its own. */
    PARTITIONED_TABLE(CatalogQuery.STORAGE, VIEW_DEFINITION),
    /** Compression, partition by partition. */
    COMPRESSION(CatalogQuery.STORAGE, VIEW_DEFINITION),
    /** Fill factor, padding and locks of an index. */
    INDEX_OPTIONS(CatalogQuery.STORAGE, VIEW_DEFINITION),
    /** Statistics that a person made. */
    STATISTICS(CatalogQuery.STATISTICS, VIEW_DEFINITION),
    /** A full-text index. */
    FULLTEXT_INDEX(CatalogQuery.FULLTEXT, VIEW_DEFINITION),
    /** A view. */
    VIEW(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** A stored procedure. */
    PROCEDURE(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** A procedure that shares its name. */
    NUMBERED_PROCEDURE(CatalogQuery.NUMBERED_PROCEDURES, VIEW_DEFINITION),
    /** A module whose text is encrypted. */
    ENCRYPTED_MODULE(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** A parameter of a routine. */
    PARAMETER(CatalogQuery.PARAMETERS, VIEW_DEFINITION),
    /** A scalar function. */
    SCALAR_FUNCTION(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** An inline table function. */
    INLINE_FUNCTION(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** A table function of several statements. */
    TABLE_FUNCTION(CatalogQuery.MODULES, VIEW_DEFINITION),
    /** A trigger on a table or view. */
    TRIGGER(CatalogQuery.TRIGGERS, VIEW_DEFINITION),
    /** A trigger on the database. */
    DATABASE_TRIGGER(CatalogQuery.TRIGGERS, VIEW_DEFINITION),
    /** A row-level security policy. */
    SECURITY_POLICY(CatalogQuery.SECURITY_POLICIES, VIEW_DEFINITION),
    /** A synonym. */
    SYNONYM(CatalogQuery.SYNONYMS, VIEW_DEFINITION),
    /** A sequence. */
    SEQUENCE(CatalogQuery.SEQUENCES, VIEW_DEFINITION),
    /** An alias type. */
    ALIAS_TYPE(CatalogQuery.TYPES, VIEW_DEFINITION),
    /** A table type. */
    TABLE_TYPE(CatalogQuery.TYPES, VIEW_DEFINITION),
    /** A memory-optimised table type. */
    MEMORY_OPTIMIZED_TYPE(CatalogQuery.TYPES, VIEW_DEFINITION),
    /** A collection of XML schemas. */
    XML_SCHEMA_COLLECTION(CatalogQuery.XML_SCHEMAS, VIEW_DEFINITION),
    /** A CLR assembly, by name. */
    ASSEMBLY(CatalogQuery.ASSEMBLIES, VIEW_DEFINITION),
    /** A routine, trigger or aggregate in an assembly. */
    CLR_MODULE(CatalogQuery.CLR, VIEW_DEFINITION),
    /** A type in an assembly. */
    CLR_TYPE(CatalogQuery.TYPES, VIEW_DEFINITION),
    /** An extended property. */
    DESCRIPTION(CatalogQuery.DESCRIPTIONS, VIEW_DEFINITION);

    private final CatalogQuery<?> section;
    private final Right right;

    HarvestedKind(CatalogQuery<?> section, Right right) {
        this.section = section;
        this.right = right;
    }

    /** The statement that reads it. */
    public CatalogQuery<?> section() {
        return section;
    }

    /** What a login needs to see it whole. */
    public Right right() {
        return right;
    }

    /** The name it has in the documentation and of its script. */
    public String kindName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

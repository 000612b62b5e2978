package dev.granary.harvester.catalog;

import static dev.granary.harvester.catalog.Right.CONNECT;
import static dev.granary.harvester.catalog.Right.LOGIN;
import static dev.granary.harvester.catalog.Right.SELECT_DEPENDENCIES;
import static dev.granary.harvester.catalog.Right.VIEW_CLASSIFICATION;
import static dev.granary.harvester.catalog.Right.VIEW_DEFINITION;
import static dev.granary.harvester.catalog.Right.VIEW_SECURITY_DEFINITION;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The closed list of what Granary harvests: each kind with the source that tells it and the right it needs. For each there is a
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
    COMPRESSION(CatalogQuery.COMPRESSION, VIEW_DEFINITION),
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
    DESCRIPTION(CatalogQuery.DESCRIPTIONS, VIEW_DEFINITION),
    /** What a database is set to, where not to its default. */
    DATABASE_OPTION(CatalogQuery.DATABASE, CONNECT),
    /** A database-scoped setting. */
    SCOPED_CONFIGURATION(CatalogQuery.SCOPED_CONFIGURATIONS, CONNECT),
    /** A label and information type of a column. */
    SENSITIVITY_CLASSIFICATION(CatalogQuery.CLASSIFICATIONS, VIEW_CLASSIFICATION),
    /** What an object refers to in its own database. */
    DEPENDENCY(CatalogQuery.DEPENDENCIES, SELECT_DEPENDENCIES),
    /** What it refers to in another database of its server. */
    CROSS_DATABASE_DEPENDENCY(CatalogQuery.DEPENDENCIES, SELECT_DEPENDENCIES),
    /** What it refers to on another server. */
    CROSS_SERVER_DEPENDENCY(CatalogQuery.DEPENDENCIES, SELECT_DEPENDENCIES),
    /** What it refers to and the engine has not found, with the reason. */
    UNRESOLVED_DEPENDENCY(CatalogQuery.DEPENDENCIES, SELECT_DEPENDENCIES),
    /** A user of a database. */
    DATABASE_USER(CatalogQuery.PRINCIPALS, VIEW_SECURITY_DEFINITION),
    /** A role of a database. */
    DATABASE_ROLE(CatalogQuery.PRINCIPALS, VIEW_SECURITY_DEFINITION),
    /** An application role. */
    APPLICATION_ROLE(CatalogQuery.PRINCIPALS, VIEW_SECURITY_DEFINITION),
    /** Who is in which role. */
    ROLE_MEMBER(CatalogQuery.ROLE_MEMBERS, VIEW_SECURITY_DEFINITION),
    /** What is granted or denied on an object, a schema, a database. */
    PERMISSION(CatalogQuery.PERMISSIONS, VIEW_SECURITY_DEFINITION),
    /** What is granted or denied on a column. */
    COLUMN_PERMISSION(CatalogQuery.PERMISSIONS, VIEW_SECURITY_DEFINITION),
    /** What a server is: version, edition, what is installed. */
    SERVER_PROPERTY(ServerFact.PROPERTIES),
    /** What a server is set to, and what holds until it is told to take that over. */
    SERVER_CONFIGURATION(ServerFact.CONFIGURATION),
    /** A linked server: its name and where it is, never who logs in there. */
    LINKED_SERVER(ServerFact.LINKED_SERVERS),
    /** Rows and bytes of a table, an indexed view, an index. */
    MEASURE(new Source.Measures(), VIEW_DEFINITION);

    private final Source source;
    private final Right right;

    HarvestedKind(CatalogQuery<?> section, Right right) {
        this(new Source.Section(section), right);
    }

    HarvestedKind(ServerFact fact) {
        this(new Source.Fact(fact), LOGIN);
    }

    HarvestedKind(Source source, Right right) {
        this.source = source;
        this.right = right;
    }

    /** Where it is read. */
    public Source source() {
        return source;
    }

    /** The names of the sources whose kinds need a right. */
    public static Set<String> sourcesBy(Right right) {
        return Arrays.stream(values())
                .filter(kind -> kind.right == right)
                .map(kind -> kind.source.name())
                .collect(Collectors.toUnmodifiableSet());
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

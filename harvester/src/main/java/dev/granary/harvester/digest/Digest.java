package dev.granary.harvester.digest;

import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.sql.SqlFile;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The closed list of digests, each with the sections whose rows depend on what it covers. A digest is one row about many: how many there are, the
 * largest id, and two checksums over them. Its statement is the file of its name. Equal digests are a good reason not to read, and no proof.
 */
public enum Digest {
    /** What the login may see decides about the rows of every section. */
    VISIBILITY(Section.values()),
    DATABASE(Section.DATABASE),
    SCOPED_CONFIGURATIONS(Section.SCOPED_CONFIGURATIONS),
    SCHEMAS(
            Section.SCHEMAS,
            Section.OBJECTS,
            Section.TYPES,
            Section.TABLES,
            Section.COLUMNS,
            Section.PARAMETERS,
            Section.SEQUENCES,
            Section.EDGE_CONSTRAINTS,
            Section.XML_SCHEMAS,
            Section.SECURITY_POLICIES,
            Section.DEPENDENCIES),
    PRINCIPALS(Section.SCHEMAS, Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    ROLE_MEMBERS(Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    PERMISSIONS(Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    /** Tables are told of others by name: a history table, a view of a ledger, the ends of an edge, what a policy protects. */
    OBJECTS(Section.OBJECTS, Section.TABLES, Section.EDGE_CONSTRAINTS, Section.SECURITY_POLICIES, Section.DEPENDENCIES),
    TYPES(
            Section.TYPES,
            Section.COLUMNS,
            Section.PARAMETERS,
            Section.SEQUENCES,
            Section.DESCRIPTIONS,
            Section.DEPENDENCIES),
    TABLES(Section.TABLES),
    COLUMNS(
            Section.COLUMNS,
            Section.TABLES,
            Section.INDEXES,
            Section.STORAGE,
            Section.STATISTICS,
            Section.FULLTEXT,
            Section.DEPENDENCIES),
    COLUMN_DETAILS(Section.COLUMNS, Section.DEPENDENCIES),
    DEFAULT_CONSTRAINTS(Section.COLUMNS, Section.DEPENDENCIES),
    INDEXES(Section.INDEXES, Section.STORAGE, Section.FULLTEXT, Section.DESCRIPTIONS, Section.DEPENDENCIES),
    INDEX_COLUMNS(Section.INDEXES, Section.STORAGE),
    PARTITIONS(Section.COMPRESSION, Section.STORAGE),
    DATA_SPACES(Section.STORAGE, Section.PARTITION_SCHEMES),
    PARTITION_FUNCTIONS(Section.PARTITION_FUNCTIONS, Section.PARTITION_SCHEMES, Section.STORAGE),
    STATISTICS(Section.STATISTICS),
    FULLTEXT(Section.FULLTEXT),
    FOREIGN_KEYS(Section.FOREIGN_KEYS),
    EDGE_CONSTRAINTS(Section.EDGE_CONSTRAINTS),
    CHECK_CONSTRAINTS(Section.CHECKS, Section.DEPENDENCIES),
    MODULES(Section.MODULES, Section.DEPENDENCIES),
    NUMBERED_PROCEDURES(Section.NUMBERED_PROCEDURES, Section.DEPENDENCIES),
    PARAMETERS(Section.PARAMETERS),
    TRIGGERS(Section.TRIGGERS, Section.DEPENDENCIES),
    SYNONYMS(Section.SYNONYMS),
    SEQUENCES(Section.SEQUENCES),
    ASSEMBLIES(
            Section.ASSEMBLIES,
            Section.CLR,
            Section.TYPES,
            Section.PRINCIPALS,
            Section.ROLE_MEMBERS,
            Section.PERMISSIONS),
    XML_SCHEMAS(
            Section.XML_SCHEMAS,
            Section.COLUMNS,
            Section.PARAMETERS,
            Section.DEPENDENCIES,
            Section.PRINCIPALS,
            Section.ROLE_MEMBERS,
            Section.PERMISSIONS),
    SECURITY_POLICIES(Section.SECURITY_POLICIES, Section.DEPENDENCIES),
    EXTENDED_PROPERTIES(Section.DESCRIPTIONS),
    CLASSIFICATIONS(Section.CLASSIFICATIONS);

    private final Set<Section> sections;
    private final String sql;

    Digest(Section... sections) {
        this.sections = Set.copyOf(List.of(sections));
        this.sql = SqlFile.read(Digest.class, digestName());
    }

    /** The name it is kept under, which is also that of its statement. */
    public String digestName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sql() {
        return sql;
    }

    /** The sections whose rows it covers, alone or with others. */
    public Set<Section> sections() {
        return sections;
    }

    /**
     * The sections that may have changed if these digests did.
     *
     * @param lacking what the engine cannot compute: what depends on it is read whenever anything is
     */
    static Set<Section> sectionsOf(Set<Digest> moved, Set<Digest> lacking) {
        var sections = EnumSet.noneOf(Section.class);
        if (!moved.isEmpty()) {
            moved.forEach(digest -> sections.addAll(digest.sections));
            lacking.forEach(digest -> sections.addAll(digest.sections));
        }
        return sections;
    }

    /** The statements of all digests. */
    static List<String> statements() {
        return Arrays.stream(values()).map(Digest::sql).toList();
    }
}

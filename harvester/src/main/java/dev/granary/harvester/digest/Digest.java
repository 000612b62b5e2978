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
            Section.COLUMNS,
            Section.PARAMETERS,
            Section.SEQUENCES,
            Section.DEPENDENCIES),
    PRINCIPALS(Section.SCHEMAS, Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    ROLE_MEMBERS(Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    PERMISSIONS(Section.PRINCIPALS, Section.ROLE_MEMBERS, Section.PERMISSIONS),
    OBJECTS(Section.OBJECTS, Section.DEPENDENCIES),
    TYPES(Section.TYPES, Section.COLUMNS, Section.PARAMETERS, Section.SEQUENCES, Section.DEPENDENCIES),
    TABLES(Section.TABLES),
    COLUMNS(Section.COLUMNS, Section.INDEXES, Section.DEPENDENCIES),
    COLUMN_DETAILS(Section.COLUMNS, Section.DEPENDENCIES),
    DEFAULT_CONSTRAINTS(Section.COLUMNS, Section.DEPENDENCIES),
    INDEXES(Section.INDEXES, Section.DEPENDENCIES),
    INDEX_COLUMNS(Section.INDEXES),
    FOREIGN_KEYS(Section.FOREIGN_KEYS),
    CHECK_CONSTRAINTS(Section.CHECKS, Section.DEPENDENCIES),
    MODULES(Section.MODULES, Section.DEPENDENCIES),
    PARAMETERS(Section.PARAMETERS),
    TRIGGERS(Section.TRIGGERS, Section.DEPENDENCIES),
    SYNONYMS(Section.SYNONYMS),
    SEQUENCES(Section.SEQUENCES),
    EXTENDED_PROPERTIES(Section.DESCRIPTIONS),
    CLASSIFICATIONS(Section.CLASSIFICATIONS);

    /** What no digest covers yet: it is read whenever anything else moved, and by every full harvest. */
    static final Set<Section> UNSEEN = Set.of(
            Section.STORAGE,
            Section.STATISTICS,
            Section.FULLTEXT,
            Section.EDGE_CONSTRAINTS,
            Section.NUMBERED_PROCEDURES,
            Section.CLR,
            Section.ASSEMBLIES,
            Section.XML_SCHEMAS,
            Section.SECURITY_POLICIES,
            Section.PARTITION_FUNCTIONS,
            Section.PARTITION_SCHEMES);

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

    /** The sections that may have changed if these digests did. */
    static Set<Section> sectionsOf(Set<Digest> moved) {
        var sections = EnumSet.noneOf(Section.class);
        moved.forEach(digest -> sections.addAll(digest.sections));
        if (!moved.isEmpty()) {
            sections.addAll(UNSEEN);
        }
        return sections;
    }

    /** The statements of all digests. */
    static List<String> statements() {
        return Arrays.stream(values()).map(Digest::sql).toList();
    }
}

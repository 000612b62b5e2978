package dev.granary.harvester.assemble;

import static dev.granary.harvester.assemble.Section.Duty.OPTIONAL;
import static dev.granary.harvester.assemble.Section.Duty.REQUIRED;
import static dev.granary.harvester.catalog.Right.CONNECT;
import static dev.granary.harvester.catalog.Right.SELECT_DEPENDENCIES;
import static dev.granary.harvester.catalog.Right.VIEW_CLASSIFICATION;
import static dev.granary.harvester.catalog.Right.VIEW_DEFINITION;
import static dev.granary.harvester.catalog.Right.VIEW_SECURITY_DEFINITION;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.Right;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The closed list of what a database is asked, in the order in which it is asked: each section with its statement, what it lists and feeds, the
 * right it needs, and what its rows become. A section is added here and nowhere else.
 */
public enum Section {
    VISIBILITY(CatalogQuery.VISIBILITY, OPTIONAL, CONNECT, lists(), feeds(), a -> each(a.sight::told)),
    DATABASE(
            CatalogQuery.DATABASE,
            REQUIRED,
            CONNECT,
            lists(ObjectKind.DATABASE),
            feeds(Aspect.DATABASE),
            a -> each(a.objects::database)),
    SCHEMAS(
            CatalogQuery.SCHEMAS,
            REQUIRED,
            VIEW_DEFINITION,
            lists(ObjectKind.SCHEMA),
            feeds(Aspect.SCHEMA),
            a -> each(a.objects::schema)),
    OBJECTS(
            CatalogQuery.OBJECTS,
            REQUIRED,
            VIEW_DEFINITION,
            ObjectAssembly.LISTED,
            feeds(),
            a -> each(a.objects::object)),
    TYPES(
            CatalogQuery.TYPES,
            REQUIRED,
            VIEW_DEFINITION,
            lists(ObjectKind.ALIAS_TYPE, ObjectKind.TABLE_TYPE, ObjectKind.CLR_TYPE),
            feeds(Aspect.ALIAS_TYPE),
            a -> each(a.objects::type)),
    TABLES(CatalogQuery.TABLES, feeds(Aspect.TABLE), a -> each(new TableAssembly(a.sink)::table)),
    COLUMNS(
            CatalogQuery.COLUMNS,
            REQUIRED,
            VIEW_DEFINITION,
            lists(),
            feeds(Aspect.COLUMNS),
            a -> grouped(
                    row -> a.tableOrType(row.objectId()), new ColumnAssembly(a.sink, a.objects.collation())::columns)),
    INDEXES(
            CatalogQuery.INDEXES,
            feeds(Aspect.KEYS, Aspect.INDEXES),
            a -> grouped(row -> a.tableOrType(row.objectId()), new IndexAssembly(a.sink)::indexes)),
    FOREIGN_KEYS(
            CatalogQuery.FOREIGN_KEYS,
            feeds(Aspect.FOREIGN_KEYS),
            a -> grouped(row -> Assemblies.object(row.objectId()), new ForeignKeyAssembly(a.sink)::foreignKeys)),
    CHECKS(
            CatalogQuery.CHECKS,
            feeds(Aspect.CHECKS),
            a -> grouped(row -> a.tableOrType(row.objectId()), new CheckAssembly(a.sink)::checks)),
    SYNONYMS(CatalogQuery.SYNONYMS, feeds(Aspect.SYNONYM), a -> each(new SequenceAssembly(a.sink)::synonym)),
    SEQUENCES(CatalogQuery.SEQUENCES, feeds(Aspect.SEQUENCE), a -> each(new SequenceAssembly(a.sink)::sequence)),
    DESCRIPTIONS(
            CatalogQuery.DESCRIPTIONS,
            feeds(Aspect.DESCRIPTIONS),
            a -> grouped(DescriptionAssembly::owner, new DescriptionAssembly(a.sink)::descriptions)),
    MODULES(CatalogQuery.MODULES, feeds(Aspect.TEXT), a -> each(a.modules::module)),
    PARAMETERS(
            CatalogQuery.PARAMETERS,
            feeds(Aspect.PARAMETERS),
            a -> grouped(row -> Assemblies.object(row.objectId()), a.modules::parameters)),
    TRIGGERS(
            CatalogQuery.TRIGGERS,
            OPTIONAL,
            VIEW_DEFINITION,
            lists(ObjectKind.DATABASE_TRIGGER),
            feeds(Aspect.TRIGGER),
            a -> grouped(row -> Assemblies.object(row.objectId()), a.modules::trigger)),
    COMPRESSION(CatalogQuery.COMPRESSION, feeds(Aspect.STORAGE), a -> a.compressions),
    STORAGE(
            CatalogQuery.STORAGE,
            feeds(Aspect.STORAGE),
            a -> grouped(
                    row -> Assemblies.object(row.objectId()), new StorageAssembly(a.sink, a.compressions)::storage)),
    STATISTICS(
            CatalogQuery.STATISTICS,
            feeds(Aspect.STATISTICS),
            a -> grouped(row -> Assemblies.object(row.objectId()), new StatisticAssembly(a.sink)::statistics)),
    FULLTEXT(
            CatalogQuery.FULLTEXT,
            feeds(Aspect.FULLTEXT),
            a -> grouped(row -> Assemblies.object(row.objectId()), new FulltextAssembly(a.sink)::index)),
    EDGE_CONSTRAINTS(
            CatalogQuery.EDGE_CONSTRAINTS,
            feeds(Aspect.EDGE_CONSTRAINTS),
            a -> grouped(row -> Assemblies.object(row.objectId()), new EdgeConstraintAssembly(a.sink)::constraints)),
    NUMBERED_PROCEDURES(
            CatalogQuery.NUMBERED_PROCEDURES,
            feeds(Aspect.NUMBERED_PROCEDURES),
            a -> grouped(row -> Assemblies.object(row.objectId()), a.modules::numbered)),
    CLR(CatalogQuery.CLR, feeds(Aspect.CLR), a -> each(new ClrAssembly(a.sink)::code)),
    ASSEMBLIES(
            CatalogQuery.ASSEMBLIES,
            OPTIONAL,
            VIEW_DEFINITION,
            lists(ObjectKind.ASSEMBLY),
            feeds(Aspect.ASSEMBLY),
            a -> each(new ClrAssembly(a.sink)::assembly)),
    XML_SCHEMAS(
            CatalogQuery.XML_SCHEMAS,
            OPTIONAL,
            VIEW_DEFINITION,
            lists(ObjectKind.XML_SCHEMA_COLLECTION),
            feeds(Aspect.XML_SCHEMAS),
            a -> grouped(XmlSchemaAssembly::owner, new XmlSchemaAssembly(a.sink)::collection)),
    SECURITY_POLICIES(
            CatalogQuery.SECURITY_POLICIES,
            feeds(Aspect.SECURITY_POLICY),
            a -> grouped(row -> Assemblies.object(row.objectId()), new SecurityPolicyAssembly(a.sink)::policy)),
    PARTITION_FUNCTIONS(
            CatalogQuery.PARTITION_FUNCTIONS,
            OPTIONAL,
            VIEW_DEFINITION,
            lists(ObjectKind.PARTITION_FUNCTION),
            feeds(Aspect.PARTITION_FUNCTION),
            a -> grouped(PartitionAssembly::function, new PartitionAssembly(a.sink)::function)),
    PARTITION_SCHEMES(
            CatalogQuery.PARTITION_SCHEMES,
            OPTIONAL,
            VIEW_DEFINITION,
            lists(ObjectKind.PARTITION_SCHEME),
            feeds(Aspect.PARTITION_SCHEME),
            a -> grouped(PartitionAssembly::scheme, new PartitionAssembly(a.sink)::scheme)),
    SCOPED_CONFIGURATIONS(
            CatalogQuery.SCOPED_CONFIGURATIONS,
            OPTIONAL,
            CONNECT,
            lists(),
            feeds(Aspect.SCOPED_CONFIGURATION),
            a -> grouped(_ -> ObjectAssembly.DATABASE, new ScopedConfigurationAssembly(a.sink)::settings)),
    CLASSIFICATIONS(
            CatalogQuery.CLASSIFICATIONS,
            OPTIONAL,
            VIEW_CLASSIFICATION,
            lists(),
            feeds(Aspect.CLASSIFICATION),
            a -> grouped(
                    row -> Assemblies.object(row.objectId()), new ClassificationAssembly(a.sink)::classifications)),
    DEPENDENCIES(
            CatalogQuery.DEPENDENCIES,
            OPTIONAL,
            SELECT_DEPENDENCIES,
            lists(),
            feeds(Aspect.DEPENDENCIES),
            a -> grouped(row -> Assemblies.object(row.objectId()), new DependencyAssembly(a.sink)::dependencies)),
    PRINCIPALS(
            CatalogQuery.PRINCIPALS,
            OPTIONAL,
            VIEW_SECURITY_DEFINITION,
            lists(ObjectKind.DATABASE_USER, ObjectKind.DATABASE_ROLE, ObjectKind.APPLICATION_ROLE),
            feeds(Aspect.PRINCIPAL),
            a -> each(a.security::principal)),
    ROLE_MEMBERS(
            CatalogQuery.ROLE_MEMBERS,
            OPTIONAL,
            VIEW_SECURITY_DEFINITION,
            lists(),
            feeds(Aspect.MEMBERSHIPS),
            a -> grouped(row -> SecurityAssembly.owner(row.principalId()), a.security::memberships)),
    PERMISSIONS(
            CatalogQuery.PERMISSIONS,
            OPTIONAL,
            VIEW_SECURITY_DEFINITION,
            lists(),
            feeds(Aspect.PERMISSIONS),
            a -> grouped(row -> SecurityAssembly.owner(row.principalId()), a.security::permissions));

    /** What every reading needs, however little of the database it is about: later sections cannot be understood without them. */
    public static final Set<Section> ALWAYS = Set.of(VISIBILITY, DATABASE, TYPES);

    /**
     * Sections of which one cannot be told without the others: which of the system's own principals are listed depends on what they may do, and
     * how an index is kept on whether it is compressed.
     */
    private static final List<Set<Section>> TOGETHER =
            List.of(Set.of(PRINCIPALS, ROLE_MEMBERS, PERMISSIONS), Set.of(COMPRESSION, STORAGE));

    private static final Set<ObjectKind> CODE = Set.of(
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.SCALAR_FUNCTION,
            ObjectKind.INLINE_FUNCTION,
            ObjectKind.TABLE_FUNCTION,
            ObjectKind.TRIGGER);

    private final Wiring<?> wiring;
    private final Duty duty;
    private final Right right;
    private final Set<ObjectKind> lists;
    private final Set<Aspect> aspects;

    /** For what only describes, and needs no more than most. */
    <R extends Record> Section(CatalogQuery<R> query, Set<Aspect> aspects, Function<Assemblies, SectionRows<R>> rows) {
        this(query, OPTIONAL, VIEW_DEFINITION, lists(), aspects, rows);
    }

    <R extends Record> Section(
            CatalogQuery<R> query,
            Duty duty,
            Right right,
            Set<ObjectKind> lists,
            Set<Aspect> aspects,
            Function<Assemblies, SectionRows<R>> rows) {
        this.wiring = new Wiring<>(query, rows);
        this.duty = duty;
        this.right = right;
        this.lists = Set.copyOf(lists);
        this.aspects = Set.copyOf(aspects);
    }

    /** The name it has in snapshots, in the API and as the file of its statement. */
    public String sectionName() {
        return wiring.query().name();
    }

    public CatalogQuery<?> query() {
        return wiring.query();
    }

    /** Whether the database cannot be harvested without it: what it does not show would look dropped. */
    public boolean required() {
        return duty == REQUIRED;
    }

    /** The kinds whose objects it lists. Where it was not read to its end, the absence of such an object means nothing. */
    public Set<ObjectKind> listed() {
        return lists;
    }

    /** The aspects it feeds, which are unknown where it was asked and not complete. */
    public Set<Aspect> aspects() {
        return aspects;
    }

    public Right right() {
        return right;
    }

    public static Optional<Section> named(String name) {
        return Arrays.stream(values())
                .filter(section -> section.sectionName().equals(name))
                .findAny();
    }

    /** These sections, those without which they cannot be told, and what every reading needs. */
    public static Set<Section> toRead(Set<Section> wanted) {
        var sections = EnumSet.copyOf(ALWAYS);
        sections.addAll(wanted);
        TOGETHER.stream()
                .filter(together -> !Collections.disjoint(together, wanted))
                .forEach(sections::addAll);
        return sections;
    }

    public static Set<Section> all() {
        return EnumSet.allOf(Section.class);
    }

    /** Where the login is known to see a part of it only, it is not asked: half a list would look like a loss. */
    void read(SectionReader reader, Assemblies assemblies) throws SectionFailure {
        if (assemblies.sight.lacks(right)) {
            reader.denied(query(), aspects, right);
            return;
        }
        if (this == MODULES && reader.hashesTexts()) {
            new HashedModules(reader, assemblies).read();
        } else {
            wiring.read(reader, this, assemblies);
        }
        if (assemblies.objects.hasAny(expected())) {
            reader.doubtIfEmpty();
        }
        if (reader.substituted()) {
            aspects.forEach(assemblies.objects::unknownOfTableTypes);
        }
    }

    /** Kinds of which the section has rows: of a sequence one, of code nearly always some. */
    private Set<ObjectKind> expected() {
        if (this == SEQUENCES) {
            return Set.of(ObjectKind.SEQUENCE);
        }
        return this == DEPENDENCIES ? CODE : Set.of();
    }

    private static <R> SectionRows<R> each(Consumer<R> assembly) {
        return new EachRow<>(assembly);
    }

    private static <R> SectionRows<R> grouped(Function<R, Owner> owner, BiConsumer<Owner, List<R>> assembly) {
        return new ByObject<>(owner, assembly);
    }

    private static Set<ObjectKind> lists(ObjectKind... kinds) {
        return Set.of(kinds);
    }

    private static Set<Aspect> feeds(Aspect... aspects) {
        return Set.of(aspects);
    }

    /** Whether a database can be harvested without the section. */
    enum Duty {
        REQUIRED,
        OPTIONAL
    }

    private record Wiring<R extends Record>(CatalogQuery<R> query, Function<Assemblies, SectionRows<R>> rows) {

        void read(SectionReader reader, Section section, Assemblies assemblies) throws SectionFailure {
            if (section.required()) {
                reader.require(query, section.aspects, rows.apply(assemblies));
            } else {
                reader.read(query, section.aspects, rows.apply(assemblies));
            }
        }
    }
}

package dev.granary.harvester.assemble;

import static dev.granary.harvester.catalog.CatalogQuery.CHECKS;
import static dev.granary.harvester.catalog.CatalogQuery.COLUMNS;
import static dev.granary.harvester.catalog.CatalogQuery.DATABASE;
import static dev.granary.harvester.catalog.CatalogQuery.DESCRIPTIONS;
import static dev.granary.harvester.catalog.CatalogQuery.FOREIGN_KEYS;
import static dev.granary.harvester.catalog.CatalogQuery.INDEXES;
import static dev.granary.harvester.catalog.CatalogQuery.MODULES;
import static dev.granary.harvester.catalog.CatalogQuery.OBJECTS;
import static dev.granary.harvester.catalog.CatalogQuery.PARAMETERS;
import static dev.granary.harvester.catalog.CatalogQuery.SCHEMAS;
import static dev.granary.harvester.catalog.CatalogQuery.SEQUENCES;
import static dev.granary.harvester.catalog.CatalogQuery.SYNONYMS;
import static dev.granary.harvester.catalog.CatalogQuery.TABLES;
import static dev.granary.harvester.catalog.CatalogQuery.TRIGGERS;
import static dev.granary.harvester.catalog.CatalogQuery.TYPES;
import static dev.granary.harvester.catalog.CatalogQuery.VISIBILITY;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.VisibilityRow;
import dev.granary.model.Aspect;
import java.sql.Connection;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a database whole: every section once, in a stream, holding the rows of one object at a time. */
public final class CatalogReader {

    private final Clock clock;

    public CatalogReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads what the login sees of the connection's current database. Parts may belong to objects that were dropped or created during the
     * reading and are not listed.
     *
     * @throws SectionFailure when a section failed, or when one that lists objects or columns could not be read; what was handed to the sink
     *     until then is no reading
     */
    public DatabaseReading read(Connection connection, Scope scope, ContentSink sink) throws SectionFailure {
        var from = clock.instant();
        var sections = new SectionReader(connection);
        var scoped = new ScopedSink(scope.schemas(), sink);
        var visibility = new Visibility();
        sections.read(VISIBILITY, Set.of(), new EachRow<>(visibility::row));
        var objects = new ObjectAssembly(scoped);
        readObjects(sections, scoped, objects);
        readParts(sections, scoped, objects);
        var modules = new ModuleAssembly(scoped);
        readModules(sections, modules);
        return new DatabaseReading(
                from,
                clock.instant(),
                sections.readings(),
                visibility.viewDefinition,
                modules.modulesWithoutText(),
                scope.schemas());
    }

    /** What lists objects must be complete: a failed listing would look like a thousand drops. */
    private static void readObjects(SectionReader sections, ContentSink sink, ObjectAssembly objects)
            throws SectionFailure {
        sections.require(DATABASE, Set.of(Aspect.DATABASE), new EachRow<>(objects::database));
        objects.requireDatabase();
        sections.require(SCHEMAS, Set.of(Aspect.SCHEMA), new EachRow<>(objects::schema));
        sections.require(OBJECTS, Set.of(), new EachRow<>(objects::object));
        sections.require(TYPES, Set.of(Aspect.ALIAS_TYPE), new EachRow<>(objects::type));
        sections.read(TABLES, Set.of(Aspect.TABLE), new EachRow<>(objects::table));
        var columns = new ColumnAssembly(sink, objects.collation());
        sections.require(
                COLUMNS,
                Set.of(Aspect.COLUMNS),
                new ByObject<>(row -> objects.owner(row.objectId()), columns::columns));
    }

    private static void readParts(SectionReader sections, ContentSink sink, ObjectAssembly objects)
            throws SectionFailure {
        sections.read(
                INDEXES,
                Set.of(Aspect.KEYS, Aspect.INDEXES),
                new ByObject<>(row -> objects.owner(row.objectId()), new IndexAssembly(sink)::indexes));
        sections.read(
                FOREIGN_KEYS,
                Set.of(Aspect.FOREIGN_KEYS),
                new ByObject<>(
                        row -> new Owner(Space.OBJECT, row.objectId()), new ForeignKeyAssembly(sink)::foreignKeys));
        sections.read(
                CHECKS,
                Set.of(Aspect.CHECKS),
                new ByObject<>(row -> objects.owner(row.objectId()), new CheckAssembly(sink)::checks));
        var sequences = new SequenceAssembly(sink);
        sections.read(SYNONYMS, Set.of(Aspect.SYNONYM), new EachRow<>(sequences::synonym));
        sections.read(SEQUENCES, Set.of(Aspect.SEQUENCE), new EachRow<>(sequences::sequence));
        sections.read(
                DESCRIPTIONS,
                Set.of(Aspect.DESCRIPTIONS),
                new ByObject<>(DescriptionAssembly::owner, new DescriptionAssembly(sink)::descriptions));
    }

    private static void readModules(SectionReader sections, ModuleAssembly modules) throws SectionFailure {
        sections.read(MODULES, Set.of(Aspect.TEXT), new EachRow<>(modules::module));
        sections.read(
                PARAMETERS,
                Set.of(Aspect.PARAMETERS),
                new ByObject<>(row -> new Owner(Space.OBJECT, row.objectId()), modules::parameters));
        sections.read(
                TRIGGERS,
                Set.of(Aspect.TRIGGER),
                new ByObject<>(row -> new Owner(Space.OBJECT, row.objectId()), modules::trigger));
    }

    /** What the login may see of definitions; nothing where the engine did not say. */
    private static final class Visibility {
        private @Nullable Boolean viewDefinition;

        private void row(VisibilityRow row) {
            viewDefinition = row.viewDefinition() == null ? null : row.viewDefinition() == 1;
        }
    }
}

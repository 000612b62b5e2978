package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;

/** Reads a database, whole or some sections of it: every section once, in a stream, holding the rows of one object at a time. */
public final class CatalogReader {

    private final Clock clock;
    private final KnownEngines engines = new KnownEngines();

    public CatalogReader(Clock clock) {
        this.clock = clock;
    }

    /** Reads every section of an engine that is not known yet. */
    public DatabaseReading read(Connection connection, Scope scope, ContentSink sink) throws SectionFailure {
        return read(connection, scope, Section.all(), sink);
    }

    /** Reads from an engine that is not known yet. */
    public DatabaseReading read(Connection connection, Scope scope, Set<Section> sections, ContentSink sink)
            throws SectionFailure {
        return read(connection, askedNow(connection), scope, sections, sink);
    }

    /**
     * Reads what the login sees of the connection's current database. Parts may belong to objects that were dropped or created during the
     * reading, or that no section of this reading lists.
     *
     * @param engine what it has; statements are fitted to that
     * @param sections what to read; {@link Section#ALWAYS} is read too
     * @throws SectionFailure when a section failed, or when one that is required could not be read; what was handed to the sink until then is
     *     no reading
     */
    public DatabaseReading read(
            Connection connection, EngineFeatures engine, Scope scope, Set<Section> sections, ContentSink sink)
            throws SectionFailure {
        var from = clock.instant();
        var reader = new SectionReader(connection, engine);
        var counting = new CountingSink(sink);
        var assemblies = new Assemblies(new ScopedSink(scope.schemas(), counting));
        var wanted = Section.toRead(sections);
        for (var section : wanted) {
            section.read(reader, assemblies);
            if (section == Section.DATABASE) {
                assemblies.objects.requireDatabase();
            }
        }
        if (wanted.contains(Section.OBJECTS) && wanted.contains(Section.COLUMNS)) {
            counting.compared(connection, engine, scope)
                    .ifPresent(counts -> reader.compared(Section.COLUMNS.query(), counts));
        }
        return new DatabaseReading(
                from,
                clock.instant(),
                reader.readings(),
                assemblies.sight.definitions(),
                wanted.contains(Section.MODULES) ? assemblies.modules.modulesWithoutText() : null,
                scope.schemas());
    }

    private EngineFeatures askedNow(Connection connection) throws SectionFailure {
        try {
            return engines.ask(connection);
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            throw new SectionFailure("engine", failure.code(), failure.reason(), e);
        }
    }
}

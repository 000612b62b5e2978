package dev.granary.harvester.digest;

import dev.granary.harvester.assemble.CatalogReader;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Evidence;
import dev.granary.harvester.assemble.Scope;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.assemble.SectionFailure;
import dev.granary.harvester.catalog.EngineFeatures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads a database between two looks at its digests: a catalogue cannot be read as of one instant, but it can be seen to have stood still
 * meanwhile. What moved is read again.
 */
final class SteadyReading {

    /** How often what moved is read again. */
    private static final int TRIES = 2;

    private final CatalogReader reader;
    private final DatabaseDigests digests;
    private final Connection connection;
    private final EngineFeatures engine;
    private final Scope scope;
    private final ContentSink sink;

    SteadyReading(
            CatalogReader reader,
            DatabaseDigests digests,
            Connection connection,
            EngineFeatures engine,
            Scope scope,
            ContentSink sink) {
        this.reader = reader;
        this.digests = digests;
        this.connection = connection;
        this.engine = engine;
        this.scope = scope;
        this.sink = sink;
    }

    /**
     * Reads all there is of a database of which nothing is kept. One look before is enough: nothing can be missing yet, and what moves meanwhile is
     * not as it was when the next reading looks.
     */
    DatabaseReading first(byte[] basis) throws SectionFailure, SQLException {
        var before = digests.of(engine, connection).orElse(Digests.NONE);
        return reader.read(connection, engine, scope, Section.all(), sink)
                .with(new Evidence(false, basis, before.byName(), Set.of()));
    }

    /** Reads all there is. */
    DatabaseReading whole(byte[] basis) throws SectionFailure, SQLException {
        var before = digests.of(engine, connection);
        return before.isEmpty()
                ? reader.read(connection, engine, scope, Section.all(), sink)
                : steady(before.get(), Section.all(), new Evidence(false, basis, Map.of(), Set.of()));
    }

    /** Reads all there is of a database that was seen before: if it still is as it was then, it has stood still while it was read. */
    DatabaseReading whole(LastReading last) throws SectionFailure, SQLException {
        return steady(last.digests(), Section.all(), new Evidence(false, last.basis(), Map.of(), Set.of()));
    }

    /** Reads what is not as it was, and what could not be read then. */
    DatabaseReading changed(LastReading last) throws SectionFailure, SQLException {
        var before = digests.of(engine, connection);
        if (before.isEmpty()) {
            return whole(last.basis());
        }
        var sections = Digest.sectionsOf(last.digests().differing(before.get()), digests.lacking(before.get()));
        sections.addAll(last.incomplete());
        return steady(before.get(), withListing(sections), new Evidence(true, last.basis(), Map.of(), Set.of()));
    }

    private DatabaseReading steady(Digests first, Set<Section> sections, Evidence evidence)
            throws SectionFailure, SQLException {
        var reading = reader.read(connection, engine, scope, sections, sink).with(evidence);
        var before = first;
        for (int tries = 0; ; tries++) {
            var taken = digests.of(engine, connection);
            if (taken.isEmpty()) {
                return reading;
            }
            var after = taken.get();
            var moved = before.differing(after);
            var again = Digest.sectionsOf(moved, digests.lacking(after));
            if (moved.isEmpty() || tries == TRIES) {
                return reading.with(new Evidence(
                        evidence.partial(),
                        evidence.basis(),
                        after.without(moved).byName(),
                        again));
            }
            var rest = withListing(again);
            sink.discard(rest);
            reading = reading.then(reader.read(connection, engine, scope, rest, sink));
            before = after;
        }
    }

    /** The list of objects is read with anything else: it is short, and tells what is meant by the registry and when each was altered. */
    private static Set<Section> withListing(Set<Section> sections) {
        var all = EnumSet.copyOf(Section.ALWAYS);
        all.add(Section.OBJECTS);
        all.addAll(sections);
        return all;
    }
}

package dev.granary.harvester.assemble;

import dev.granary.content.ContentHash;
import dev.granary.harvester.catalog.CountsRow;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.Substitute;
import dev.granary.model.Aspect;
import dev.granary.model.Columns;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the tables, views and columns on their way, to be compared with INFORMATION_SCHEMA's own count. */
final class CountingSink implements ContentSink {

    /** Kinds with columns that INFORMATION_SCHEMA.TABLES does not show. */
    private static final Set<ObjectKind> ELSEWHERE = EnumSet.of(
            ObjectKind.TABLE_TYPE,
            ObjectKind.TABLE_FUNCTION,
            ObjectKind.INLINE_FUNCTION,
            ObjectKind.CLR_TABLE_FUNCTION);

    private final ContentSink sink;
    private IdSet tableIds = new IdSet();
    private long tables;
    private long columns;
    private boolean columnsKnown = true;

    CountingSink(ContentSink sink) {
        this.sink = sink;
    }

    @Override
    public void object(SourceObject object) {
        if (object.kind().aspects().contains(Aspect.COLUMNS) && !ELSEWHERE.contains(object.kind())) {
            tables++;
            tableIds.add(object.owner().id());
        }
        sink.object(object);
    }

    @Override
    public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
        if (content instanceof Columns listed && isTable(owner)) {
            columns += listed.columns().size();
        }
        sink.part(owner, content, systemNames);
    }

    @Override
    public void text(Owner owner, ModuleText options, ContentHash textHash) {
        sink.text(owner, options, textHash);
    }

    @Override
    public int[] textsToRead() {
        return sink.textsToRead();
    }

    @Override
    public void unknown(Owner owner, Aspect aspect) {
        if (aspect == Aspect.COLUMNS && isTable(owner)) {
            columnsKnown = false;
        }
        sink.unknown(owner, aspect);
    }

    @Override
    public void discard(Set<Section> sections) {
        if (sections.contains(Section.OBJECTS)) {
            tables = 0;
            tableIds = new IdSet();
        }
        if (sections.contains(Section.COLUMNS)) {
            columns = 0;
            columnsKnown = true;
        }
        sink.discard(sections);
    }

    private boolean isTable(Owner owner) {
        return owner.space() == Owner.Space.OBJECT && tableIds.contains(owner.id());
    }

    /**
     * What INFORMATION_SCHEMA counts of the schemas that are read; empty where it cannot be asked, or a table's columns are not known.
     *
     * @throws SectionFailure when asking failed for a reason that ends the reading
     */
    Optional<CrossCheck> compared(Connection connection, EngineFeatures engine, Scope scope) throws SectionFailure {
        var query = Substitute.COUNTS;
        if (!columnsKnown || engine.missing(query.sql()).isPresent()) {
            return Optional.empty();
        }
        var shown = new Shown(scope);
        try {
            new RowStream<>(connection, engine, query, new EachRow<>(shown::row), false).read(engine.fit(query));
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            return switch (failure.verdict()) {
                case UNSUPPORTED, DENIED, OTHER -> Optional.empty();
                case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT ->
                    throw new SectionFailure("cross_check", failure.code(), failure.reason(), e);
            };
        }
        return Optional.of(new CrossCheck(
                new CrossCheck.Count(tables, shown.tables), new CrossCheck.Count(columns, shown.columns)));
    }

    private static final class Shown {
        private final Scope scope;
        private long tables;
        private long columns;

        private Shown(Scope scope) {
            this.scope = scope;
        }

        private void row(CountsRow row) {
            if (scope.schemas().includes(row.schemaName())) {
                tables += row.tables();
                columns += row.columns();
            }
        }
    }
}

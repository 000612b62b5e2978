package dev.granary.harvester.store;

import dev.granary.content.StoredText;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Dependencies;
import dev.granary.model.Dependency;
import dev.granary.model.ForeignKeys;
import dev.granary.model.PartContent;
import dev.granary.model.TriggerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts as rows, for those who ask in SQL: columns, and references to other objects. Written once per part, however many objects share it. */
final class Projections {

    private static final int FOREIGN_KEY = 1;
    private static final int TRIGGER_PARENT = 2;
    private static final int DEPENDENCY = 3;

    private final BinaryCopy columns = new BinaryCopy("granary.part_column (part_id, ordinal, name_id, type, nullable,"
            + " default_expression, computed_expression, is_identity, \"collation\")");
    private final BinaryCopy references =
            new BinaryCopy("granary.part_reference (part_id, ordinal, role, schema_name_id, object_name_id)");

    /** Every name that the projections of these parts will need. */
    static Set<String> names(Stream<PartContent> parts) {
        var names = new HashSet<String>();
        parts.forEach(part -> {
            if (part instanceof Columns c) {
                c.columns().forEach(column -> names.add(column.name()));
            } else if (part instanceof ForeignKeys f) {
                f.foreignKeys().forEach(key -> {
                    names.add(key.referencedSchema());
                    names.add(key.referencedTable());
                });
            } else if (part instanceof TriggerOptions t && t.schema() != null && t.table() != null) {
                names.add(t.schema());
                names.add(t.table());
            } else if (part instanceof Dependencies d) {
                d.dependencies().stream().filter(Dependency::isLocal).forEach(dependency -> {
                    names.add(String.valueOf(dependency.schema()));
                    names.add(dependency.name());
                });
            }
        });
        return names;
    }

    void add(long partId, PartContent part, Map<String, Integer> names) {
        if (part instanceof Columns c) {
            int ordinal = 1;
            for (var column : c.columns()) {
                column(partId, ordinal++, column, names);
            }
        } else if (part instanceof ForeignKeys f) {
            int ordinal = 0;
            for (var key : f.foreignKeys()) {
                reference(partId, ordinal++, FOREIGN_KEY, key.referencedSchema(), key.referencedTable(), names);
            }
        } else if (part instanceof TriggerOptions t && t.schema() != null && t.table() != null) {
            reference(partId, 0, TRIGGER_PARENT, t.schema(), t.table(), names);
        } else if (part instanceof Dependencies d) {
            dependencies(partId, d, names);
        }
    }

    /** Each object once, under the place where the list first names it. */
    private void dependencies(long partId, Dependencies part, Map<String, Integer> names) {
        var seen = new HashSet<List<String>>();
        int most = Math.min(part.dependencies().size(), Short.MAX_VALUE);
        for (int ordinal = 0; ordinal < most; ordinal++) {
            var dependency = part.dependencies().get(ordinal);
            var schema = String.valueOf(dependency.schema());
            if (dependency.isLocal() && seen.add(List.of(schema, dependency.name()))) {
                reference(partId, ordinal, DEPENDENCY, schema, dependency.name(), names);
            }
        }
    }

    private void column(long partId, int ordinal, Column column, Map<String, Integer> names) {
        columns.row()
                .bigint(partId)
                .smallint(ordinal)
                .integer(names.get(column.name()))
                .text(StoredText.encode(column.type()))
                .bool(column.nullable())
                .text(stored(column.defaultExpression()))
                .text(stored(column.computed()))
                .bool(column.identity() != null)
                .text(column.collation());
    }

    private void reference(long partId, int ordinal, int role, String schema, String name, Map<String, Integer> names) {
        references
                .row()
                .bigint(partId)
                .smallint(ordinal)
                .smallint(role)
                .integer(names.get(schema))
                .integer(names.get(name));
    }

    private static @Nullable String stored(@Nullable String text) {
        return text == null ? null : StoredText.encode(text);
    }

    void flush(Connection connection) throws SQLException {
        columns.flush(connection);
        references.flush(connection);
    }

    void clear() {
        columns.clear();
        references.clear();
    }
}

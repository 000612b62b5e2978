package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.ForeignKeyRow;
import dev.granary.model.Aspect;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The foreign keys one table declares. They are unknown as a whole where the login may not see a table they refer to. */
final class ForeignKeyAssembly {

    private final ContentSink sink;
    private final NamedParts<ForeignKey> foreignKeys = NamedParts.of("foreignKeys", ForeignKey::name);

    ForeignKeyAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void foreignKeys(Owner owner, List<ForeignKeyRow> rows) {
        var known = true;
        for (int from = 0, to; from < rows.size(); from = to) {
            to = endOfConstraint(rows, from);
            var foreignKey = foreignKey(rows.subList(from, to));
            if (foreignKey == null) {
                known = false;
            } else {
                foreignKeys.add(foreignKey, rows.get(from).constraintName());
            }
        }
        var found = foreignKeys.take();
        if (known) {
            sink.part(owner, new ForeignKeys(found.parts()), found.systemNames());
        } else {
            sink.unknown(owner, Aspect.FOREIGN_KEYS);
        }
    }

    private static int endOfConstraint(List<ForeignKeyRow> rows, int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).constraintId() == rows.get(from).constraintId()) {
            to++;
        }
        return to;
    }

    private static @Nullable ForeignKey foreignKey(List<ForeignKeyRow> rows) {
        var columns = new ArrayList<String>(rows.size());
        var referenced = new ArrayList<String>(rows.size());
        for (var row : rows) {
            if (row.columnName() == null || row.referencedColumn() == null) {
                return null;
            }
            columns.add(row.columnName());
            referenced.add(row.referencedColumn());
        }
        var row = rows.getFirst();
        if (row.referencedSchema() == null || row.referencedTable() == null) {
            return null;
        }
        return new ForeignKey(
                row.systemNamed() ? null : row.constraintName(),
                columns,
                row.referencedSchema(),
                row.referencedTable(),
                referenced,
                action(row.onDelete()),
                action(row.onUpdate()),
                row.disabled(),
                row.notTrusted(),
                row.notForReplication());
    }

    private static @Nullable String action(String description) {
        return description.equals("NO_ACTION") ? null : ObjectAssembly.lower(description);
    }
}

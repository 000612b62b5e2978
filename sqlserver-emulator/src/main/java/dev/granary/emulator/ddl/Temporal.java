package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import java.util.Objects;

/** SYSTEM_VERSIONING: a table and the history table beside it, named or made up. */
final class Temporal {

    private final Target target;
    private final Cursor cursor;

    Temporal(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    /** What follows {@code SYSTEM_VERSIONING =}. */
    void versioning(Table table) {
        if (cursor.take("OFF")) {
            off(table);
            return;
        }
        cursor.expect("ON");
        Table history = null;
        if (cursor.take("(")) {
            do {
                if (cursor.take("HISTORY_TABLE", "=")) {
                    var names = cursor.names();
                    history = target.find(names) instanceof Table t ? t : create(table, target.birth(names));
                } else {
                    cursor.name();
                    cursor.expect("=");
                    cursor.next();
                    if (cursor.peek().name() && !cursor.peek().is("HISTORY_TABLE")) {
                        cursor.next();
                    }
                }
            } while (cursor.take(","));
            cursor.expect(")");
        }
        if (history == null) {
            var name = "MSSQL_TemporalHistoryFor_" + table.id();
            history = create(table, target.birth(table.schema(), name));
        }
        history.store(history.storage().withTemporal(1, null));
        table.store(table.storage().withTemporal(2, history.id()));
        target.touch(table);
    }

    private void off(Table table) {
        var historyId = table.storage().historyTableId();
        if (historyId != null && target.catalog().byId(historyId) instanceof Table history) {
            history.store(history.storage().withTemporal(0, null));
        }
        table.store(table.storage().withTemporal(0, null));
        target.touch(table);
    }

    private Table create(Table table, DbObject.Birth birth) {
        var columns = table.columns().stream()
                .map(c -> new Column(c.id(), c.name(), c.type(), c.nullable(), Column.Traits.NONE))
                .toList();
        var history = new Table(birth, columns);
        int start = Objects.requireNonNull(table.storage().periodStart(), "a temporal table has a period");
        int end = Objects.requireNonNull(table.storage().periodEnd(), "a temporal table has a period");
        history.addIndex(new Index(
                1,
                "ix_" + birth.name(),
                Index.Kind.CLUSTERED,
                false,
                Index.Role.PLAIN,
                List.of(new Index.Part(end, false, false), new Index.Part(start, false, false)),
                Index.Options.NONE));
        target.catalog().add(history);
        return history;
    }
}

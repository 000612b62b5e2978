package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TableNature;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SYSTEM_VERSIONING: a table and the history table beside it, named or made up. */
final class Temporal {

    private final Target target;
    private final Cursor cursor;

    Temporal(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    /** What is said of versioning; {@code history} is null for a name made up. */
    record Versioning(boolean on, @Nullable List<String> history, TableNature.@Nullable Retention retention) {}

    /** What follows {@code SYSTEM_VERSIONING =}. */
    void versioning(Table table) {
        turn(table, read());
    }

    Versioning read() {
        if (cursor.take("OFF")) {
            return new Versioning(false, null, null);
        }
        cursor.expect("ON");
        List<String> history = null;
        TableNature.Retention retention = null;
        if (cursor.take("(")) {
            do {
                if (cursor.take("HISTORY_TABLE", "=")) {
                    history = cursor.names();
                } else if (cursor.take("HISTORY_RETENTION_PERIOD", "=")) {
                    retention = cursor.take("INFINITE") ? null : retention(cursor.integer(), cursor.name());
                } else {
                    cursor.name();
                    cursor.expect("=");
                    cursor.next();
                }
            } while (cursor.take(","));
            cursor.expect(")");
        }
        return new Versioning(true, history, retention);
    }

    private static TableNature.Retention retention(int period, String unit) {
        int code =
                switch (unit.toUpperCase(java.util.Locale.ROOT)) {
                    case "DAY", "DAYS" -> 3;
                    case "WEEK", "WEEKS" -> 4;
                    case "MONTH", "MONTHS" -> 5;
                    default -> 6;
                };
        return new TableNature.Retention(period, code);
    }

    void turn(Table table, Versioning said) {
        if (!said.on()) {
            off(table);
            return;
        }
        table.nature(table.nature().withRetention(said.retention()));
        if (table.storage().temporalType() == 2) {
            target.touch(table);
            return;
        }
        Table history;
        if (said.history() == null) {
            var name = "MSSQL_%sHistoryFor_%d"
                    .formatted(table.nature().ledgerType() == 0 ? "Temporal" : "Ledger", table.id());
            history = create(table, target.birth(table.schema(), name));
        } else {
            history = target.find(said.history()) instanceof Table t ? t : create(table, target.birth(said.history()));
        }
        if (table.nature().ledgerType() != 0) {
            history.nature(history.nature().withLedger(1, null, false));
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
        var start = table.storage().periodStart();
        var end = table.storage().periodEnd();
        if (start != null && end != null) {
            history.addIndex(new Index(
                    1,
                    "ix_" + birth.name(),
                    Index.Kind.CLUSTERED,
                    false,
                    Index.Role.PLAIN,
                    List.of(new Index.Part(end, false, false), new Index.Part(start, false, false)),
                    Index.Options.NONE.compressed(List.of(new Index.Compression(2, 1, Integer.MAX_VALUE)))));
        } else {
            history.ensureHeap();
        }
        target.catalog().add(history);
        return history;
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.model.View;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** LEDGER = ON: the columns that the system fills, and the view that shows every change. */
final class Ledger {

    private static final int UPDATABLE = 2;
    private static final int APPEND_ONLY = 3;
    private static final TypeUse BIGINT = new TypeUse(SystemTypes.named("bigint"), 8, 19, 0, null);

    private final Target target;
    private final Table table;

    Ledger(Target target, Table table) {
        this.target = target;
        this.table = table;
    }

    /** What is said of the ledger; {@code view} is null for a name made up. */
    record Said(boolean on, boolean appendOnly, @Nullable List<String> view) {}

    static Said read(Cursor cursor) {
        boolean on = cursor.next().is("ON");
        boolean appendOnly = false;
        List<String> view = null;
        if (cursor.take("(")) {
            do {
                if (cursor.take("APPEND_ONLY", "=")) {
                    appendOnly = cursor.next().is("ON");
                } else if (cursor.take("LEDGER_VIEW", "=")) {
                    view = cursor.names();
                    if (cursor.peek().is("(")) {
                        cursor.parenthesised();
                    }
                } else {
                    throw cursor.syntax();
                }
            } while (cursor.take(","));
            cursor.expect(")");
        }
        return new Said(on, appendOnly, view);
    }

    void start(Said said, boolean versioned) {
        if (!said.on()) {
            return;
        }
        boolean appendOnly = said.appendOnly() || !versioned;
        generated("ledger_start_transaction_id", SpecialColumns.TRANSACTION_START, false);
        if (!appendOnly) {
            generated("ledger_end_transaction_id", SpecialColumns.TRANSACTION_END, true);
        }
        generated("ledger_start_sequence_number", SpecialColumns.SEQUENCE_START, false);
        if (!appendOnly) {
            generated("ledger_end_sequence_number", SpecialColumns.SEQUENCE_END, true);
        }
        var view = view(said.view());
        table.nature(table.nature().withLedger(appendOnly ? APPEND_ONLY : UPDATABLE, view.id(), false));
    }

    private void generated(String name, int always, boolean nullable) {
        if (table.column(c -> c.traits().generatedAlways() == always) == null) {
            var traits = Column.Traits.NONE.withGenerated(always).withHidden(true);
            table.addColumn(new Column(table.nextColumnId(), name, BIGINT, nullable, traits));
        }
    }

    private View view(@Nullable List<String> names) {
        var birth = names == null ? target.birth(table.schema(), table.name() + "_Ledger") : target.birth(names);
        var columns = new ArrayList<Column>();
        for (var c : table.columns()) {
            if (c.traits().generatedAlways() < SpecialColumns.TRANSACTION_START) {
                columns.add(new Column(columns.size() + 1, c.name(), c.type(), c.nullable(), Column.Traits.NONE));
            }
        }
        var own = columns.stream().map(c -> Expressions.bracketed(c.name())).collect(Collectors.joining(", "));
        var text =
                "CREATE VIEW %s.%s AS SELECT %s%s0 AS ledger_transaction_id, 0 AS ledger_sequence_number, 1 AS ledger_operation_type, N'INSERT' AS ledger_operation_type_desc FROM %s.%s"
                        .formatted(
                                Expressions.bracketed(birth.schema().name()),
                                Expressions.bracketed(birth.name()),
                                own,
                                own.isEmpty() ? "" : ", ",
                                Expressions.bracketed(table.schema().name()),
                                Expressions.bracketed(table.name()));
        shown(columns, "ledger_transaction_id", BIGINT, 1);
        shown(columns, "ledger_sequence_number", BIGINT, 2);
        shown(columns, "ledger_operation_type", Types.use(SystemTypes.named("int"), -2, 0, target), 3);
        shown(columns, "ledger_operation_type_desc", Types.use(SystemTypes.named("nvarchar"), 128, 0, target), 4);
        var view = new View(birth, columns, new Module(text, false, true, false, true, true), false);
        view.showsLedger();
        target.catalog().add(view);
        return view;
    }

    private static void shown(List<Column> columns, String name, TypeUse type, int ledgerType) {
        var traits = Column.Traits.NONE.withSpecial(Column.Special.ledger(ledgerType));
        columns.add(new Column(columns.size() + 1, name, type, false, traits));
    }

    /** DROP TABLE of a ledger table: it, its history and its view stay under other names. */
    void drop() {
        var history = table.storage().historyTableId();
        var view = table.nature().ledgerViewId();
        renamed(table, "MSSQL_DroppedLedgerTable_");
        table.nature(table.nature().withLedger(table.nature().ledgerType(), view, true));
        if (history != null && target.catalog().byId(history) instanceof Table h) {
            renamed(h, "MSSQL_DroppedLedgerHistory_");
            h.nature(h.nature().withLedger(1, null, true));
        }
        var shown = view == null ? null : target.catalog().byId(view);
        if (shown != null) {
            renamed(shown, "MSSQL_DroppedLedgerView_");
        }
    }

    private void renamed(DbObject object, String prefix) {
        var unique =
                new UUID(object.id(), object.createDate().hashCode()).toString().replace("-", "");
        target.catalog().rename(object, object.schema(), prefix + object.name() + "_" + unique);
        target.touch(object);
    }
}

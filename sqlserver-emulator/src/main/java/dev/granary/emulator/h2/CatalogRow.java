package dev.granary.emulator.h2;

import dev.granary.emulator.views.Scope;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.jspecify.annotations.Nullable;

/** A row that reads each value from the model when it is asked for. */
final class CatalogRow<T> extends Row {

    private static final int SMALL = 64;

    private final CatalogTable<T> table;
    private final Scope scope;
    private final T item;

    CatalogRow(CatalogTable<T> table, Scope scope, T item) {
        this.table = table;
        this.scope = scope;
        this.item = item;
    }

    @Override
    public int getColumnCount() {
        return table.getColumns().length;
    }

    @Override
    public Value getValue(int index) {
        if (index < 0) {
            return ValueBigint.get(0);
        }
        var column = table.viewColumn(index);
        return Values.of(column, column.value().of(item, scope));
    }

    @Override
    public Value[] getValueList() {
        var values = new Value[getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getValue(i);
        }
        return values;
    }

    @Override
    public void setValue(int index, @Nullable Value value) {
        throw DbException.getUnsupportedException("changing a catalogue view");
    }

    @Override
    public int getMemory() {
        return SMALL;
    }

    @Override
    public void copyFrom(SearchRow source) {
        throw DbException.getUnsupportedException("changing a catalogue view");
    }
}

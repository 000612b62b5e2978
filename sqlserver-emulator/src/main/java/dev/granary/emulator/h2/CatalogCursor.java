package dev.granary.emulator.h2;

import dev.granary.emulator.views.Scope;
import java.util.Iterator;
import java.util.function.Predicate;
import org.h2.index.Cursor;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.jspecify.annotations.Nullable;

/** Steps over the rows of a catalogue view, reading only the columns that are asked for. */
final class CatalogCursor<T> implements Cursor {

    private final CatalogTable<T> table;
    private final Scope scope;
    private final Iterator<T> items;
    private final @Nullable Predicate<SearchRow> wanted;
    private @Nullable CatalogRow<T> current;

    CatalogCursor(CatalogTable<T> table, Scope scope, Iterator<T> items, @Nullable Predicate<SearchRow> wanted) {
        this.table = table;
        this.scope = scope;
        this.items = items;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Row get() {
        return current;
    }

    @Override
    public @Nullable SearchRow getSearchRow() {
        return current;
    }

    @Override
    public boolean next() {
        while (items.hasNext()) {
            var row = new CatalogRow<>(table, scope, items.next());
            if (wanted == null || wanted.test(row)) {
                current = row;
                return true;
            }
        }
        current = null;
        return false;
    }

    @Override
    public boolean previous() {
        throw DbException.getInternalError("A catalogue view is read forwards only");
    }
}

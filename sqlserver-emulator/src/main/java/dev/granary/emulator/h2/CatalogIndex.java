package dev.granary.emulator.h2;

import dev.granary.emulator.views.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.h2.command.query.AllColumnsForPlan;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.index.IndexCondition;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.result.SortOrder;
import org.h2.table.IndexColumn;
import org.h2.table.TableFilter;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A key of a catalogue view as an H2 index: rows in the key's order, or those of one key value found by hash; without a key, a scan. */
final class CatalogIndex<T> extends Index {

    private static final double UNSORTED = 20;

    private final CatalogTable<T> owner;
    private final @Nullable Key<T> key;

    CatalogIndex(CatalogTable<T> table, @Nullable Key<T> key) {
        super(
                table,
                0,
                key == null ? "scan" : String.join("_", key.columns()),
                columns(table, key),
                0,
                key == null ? IndexType.createScan(false) : IndexType.createNonUnique(false));
        this.owner = table;
        this.key = key;
    }

    private static IndexColumn[] columns(CatalogTable<?> table, @Nullable Key<?> key) {
        return key == null
                ? new IndexColumn[0]
                : key.columns().stream()
                        .map(c -> new IndexColumn(table.getColumn(c)))
                        .toArray(IndexColumn[]::new);
    }

    @Override
    public Cursor find(SessionLocal session, @Nullable SearchRow first, @Nullable SearchRow last, boolean reverse) {
        var scope = owner.scope();
        int[] values = key == null ? null : equal(first, last, key.width());
        Iterable<T> items;
        if (key == null) {
            items = owner.view().rows(scope);
        } else if (values == null) {
            items = key.sorted().apply(scope);
        } else {
            items = key.lookup().rows(scope, values);
        }
        if (asksForNull(first) || asksForNull(last)) {
            items = List.of();
        }
        if (reverse) {
            var list = new ArrayList<T>();
            items.forEach(list::add);
            Collections.reverse(list);
            items = list;
        }
        boolean exact = (first == null && last == null) || (values != null && boundedByLookup(first, last));
        return new CatalogCursor<>(owner, scope, items.iterator(), exact ? null : row -> within(row, first, last));
    }

    /** The far side of an outer join: nothing equals NULL, and looking for it in every row is what H2 would do next. */
    private boolean asksForNull(@Nullable SearchRow bound) {
        if (bound == null) {
            return false;
        }
        for (int column : columnIds) {
            var value = bound.getValue(column);
            if (value != null && value.getValueType() == Value.NULL) {
                return true;
            }
        }
        return false;
    }

    /** The values of the key's first columns if each is pinned to one, else null. */
    private int @Nullable [] equal(@Nullable SearchRow first, @Nullable SearchRow last, int width) {
        if (first == null || last == null || width == 0) {
            return null;
        }
        var values = new int[columnIds.length];
        for (int i = 0; i < columnIds.length; i++) {
            var low = first.getValue(columnIds[i]);
            var high = last.getValue(columnIds[i]);
            if (low == null || high == null || low.getValueType() == Value.NULL || !low.equals(high)) {
                return i < width ? null : Arrays.copyOf(values, i);
            }
            values[i] = low.getInt();
        }
        return values;
    }

    private boolean boundedByLookup(@Nullable SearchRow first, @Nullable SearchRow last) {
        int width = key == null ? 0 : key.width();
        for (int i = width; i < columnIds.length; i++) {
            if ((first != null && first.getValue(columnIds[i]) != null)
                    || (last != null && last.getValue(columnIds[i]) != null)) {
                return false;
            }
        }
        return true;
    }

    private boolean within(SearchRow row, @Nullable SearchRow first, @Nullable SearchRow last) {
        return (first == null || compareRows(row, first) >= 0) && (last == null || compareRows(row, last) <= 0);
    }

    @Override
    public double getCost(
            SessionLocal session,
            int @Nullable [] masks,
            TableFilter[] filters,
            int filter,
            @Nullable SortOrder sortOrder,
            AllColumnsForPlan allColumnsSet,
            boolean isSelectCommand) {
        double rows = 10 + owner.getRowCountApproximation(session);
        if (key != null && masks != null && pinned(masks)) {
            return 3 + 4.0 * (columnIds.length - key.width());
        }
        if (key != null && masks != null && masks[columnIds[0]] != 0) {
            rows = rows / 2;
        }
        boolean sorted =
                sortOrder == null || filters == null || filter != 0 || sortOrder.getColumn(0, filters[0]) != null;
        return sorted ? rows : rows * UNSORTED;
    }

    private boolean pinned(int[] masks) {
        int width = key == null ? 0 : key.width();
        for (int i = 0; i < width; i++) {
            if ((masks[columnIds[i]] & IndexCondition.EQUALITY) != IndexCondition.EQUALITY) {
                return false;
            }
        }
        return width > 0;
    }

    @Override
    public @Nullable String getCreateSQL() {
        // H2 reads in the order of an index only if the index can be created by SQL.
        return key == null ? null : "CATALOG KEY " + getName();
    }

    @Override
    public String getPlanSQL() {
        return owner.getName() + "." + getName();
    }

    @Override
    public boolean isFindUsingFullTableScan() {
        return key == null;
    }

    @Override
    public boolean needRebuild() {
        return false;
    }

    @Override
    public long getRowCount(SessionLocal session) {
        return owner.getRowCount(session);
    }

    @Override
    public long getRowCountApproximation(SessionLocal session) {
        return owner.getRowCountApproximation(session);
    }

    @Override
    public void close(SessionLocal session) {
        // Nothing is held open.
    }

    @Override
    public void add(SessionLocal session, Row row) {
        throw readOnly();
    }

    @Override
    public void remove(SessionLocal session, Row row) {
        throw readOnly();
    }

    @Override
    public void remove(SessionLocal session) {
        // There is nothing to remove.
    }

    @Override
    public void truncate(SessionLocal session) {
        throw readOnly();
    }

    private static DbException readOnly() {
        return DbException.getUnsupportedException("changing a catalogue view");
    }
}

package dev.granary.emulator.h2;

import dev.granary.emulator.model.Database;
import dev.granary.emulator.views.CatalogView;
import dev.granary.emulator.views.Key;
import dev.granary.emulator.views.Scope;
import dev.granary.emulator.views.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.schema.Schema;
import org.h2.table.Column;
import org.h2.table.TableType;
import org.h2.table.VirtualTable;
import org.jspecify.annotations.Nullable;

/** A catalogue view as an H2 table without storage: of one database, or of whichever one the looker is in. */
final class CatalogTable<T> extends VirtualTable {

    private final @Nullable Database owner;
    private final CatalogView<T> view;
    private final List<Index> indexes = new ArrayList<>();

    CatalogTable(Schema schema, int id, String name, @Nullable Database owner, CatalogView<T> view) {
        super(schema, id, name);
        this.owner = owner;
        this.view = view;
        setColumns(view.columns().stream()
                .map(c -> {
                    var column = new Column(c.name(), Values.type(c));
                    // A key column that cannot be NULL may be read in the key's order whatever is said of NULLs.
                    column.setNullable(c.nullable()
                            && view.keys().stream().noneMatch(k -> k.columns().contains(c.name())));
                    return column;
                })
                .toArray(Column[]::new));
        indexes.add(new CatalogIndex<>(this, null));
        for (Key<T> key : view.keys()) {
            if (!key.columns().isEmpty() && key.columns().stream().allMatch(this::has)) {
                indexes.add(new CatalogIndex<>(this, key));
            }
        }
    }

    private boolean has(String column) {
        return view.columns().stream().anyMatch(c -> c.name().equals(column));
    }

    /** Whose rows the current looker is shown. */
    Scope scope() {
        var looker = Looker.current();
        return owner == null ? looker.scope() : looker.scope(owner);
    }

    CatalogView<T> view() {
        return view;
    }

    ViewColumn<T> viewColumn(int index) {
        return view.columns().get(index);
    }

    @Override
    public Index getScanIndex(SessionLocal session) {
        return indexes.getFirst();
    }

    @Override
    public List<Index> getIndexes() {
        return indexes;
    }

    @Override
    public TableType getTableType() {
        return TableType.TABLE;
    }

    @Override
    public StringBuilder getSQL(StringBuilder builder, int sqlFlags) {
        getSchema().getSQL(builder, sqlFlags).append('.');
        return super.getSQL(builder, sqlFlags);
    }

    @Override
    public long getMaxDataModificationId() {
        // Never the same twice: no result over live rows may be reused.
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public boolean canGetRowCount(SessionLocal session) {
        return false;
    }

    @Override
    public long getRowCount(SessionLocal session) {
        return getRowCountApproximation(session);
    }

    @Override
    public long getRowCountApproximation(SessionLocal session) {
        return Math.max(1, view.estimate().applyAsLong(scope()));
    }

    @Override
    public boolean canDrop() {
        return true;
    }
}

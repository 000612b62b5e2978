package dev.granary.emulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table or a view: columns, and what hangs on them. Lists are replaced whole, so a reader never sees half a change. */
public abstract sealed class Relation extends DbObject permits Table, View {

    private volatile List<Column> columns;
    private volatile List<Index> indexes = List.of();
    private volatile List<Constraint> constraints = List.of();
    private volatile List<Trigger> triggers = List.of();
    private int lastColumnId;

    protected Relation(Birth birth, ObjectType type, List<Column> columns) {
        super(birth, type);
        this.columns = List.copyOf(columns);
        this.lastColumnId = columns.stream().mapToInt(Column::id).max().orElse(0);
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Index> indexes() {
        return indexes;
    }

    public List<Constraint> constraints() {
        return constraints;
    }

    public List<Trigger> triggers() {
        return triggers;
    }

    public @Nullable Column column(Predicate<Column> which) {
        return columns.stream().filter(which).findFirst().orElse(null);
    }

    public @Nullable Column columnById(int id) {
        // Ids have no gaps in most tables.
        var list = columns;
        if (id > 0 && id <= list.size() && list.get(id - 1).id() == id) {
            return list.get(id - 1);
        }
        return column(c -> c.id() == id);
    }

    /** A column id that no column of this relation has had. */
    public int nextColumnId() {
        return ++lastColumnId;
    }

    public int maxColumnId() {
        return lastColumnId;
    }

    public void replaceColumns(List<Column> now) {
        columns = List.copyOf(now);
        lastColumnId =
                Math.max(lastColumnId, now.stream().mapToInt(Column::id).max().orElse(0));
    }

    public void addColumn(Column column) {
        replaceColumns(plus(columns, column));
    }

    public void replaceColumn(int id, UnaryOperator<Column> change) {
        replaceColumns(
                columns.stream().map(c -> c.id() == id ? change.apply(c) : c).toList());
    }

    public void removeColumn(int id) {
        columns = columns.stream().filter(c -> c.id() != id).toList();
    }

    public void addIndex(Index index) {
        var now = new ArrayList<>(indexes);
        if (index.kind().clustered()) {
            now.removeIf(i -> i.kind() == Index.Kind.HEAP);
        }
        now.add(index);
        now.sort((a, b) -> Integer.compare(a.id(), b.id()));
        indexes = List.copyOf(now);
    }

    public void replaceIndex(int id, UnaryOperator<Index> change) {
        indexes = indexes.stream().map(i -> i.id() == id ? change.apply(i) : i).toList();
    }

    public void removeIndex(int id) {
        indexes = indexes.stream().filter(i -> i.id() != id).toList();
    }

    public void addConstraint(Constraint constraint) {
        constraints = plus(constraints, constraint);
    }

    public void removeConstraint(Constraint constraint) {
        constraints = constraints.stream().filter(c -> c != constraint).toList();
    }

    public void addTrigger(Trigger trigger) {
        triggers = plus(triggers, trigger);
    }

    public void removeTrigger(Trigger trigger) {
        triggers = triggers.stream().filter(t -> t != trigger).toList();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var now = new ArrayList<>(list);
        now.add(more);
        return List.copyOf(now);
    }
}

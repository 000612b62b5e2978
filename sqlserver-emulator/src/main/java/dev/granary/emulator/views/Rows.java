package dev.granary.emulator.views;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The kinds of rows that views share, and the ways to go over them without copying. */
final class Rows {

    private Rows() {}

    record OfColumn(DbObject owner, Column column) {}

    record OfIndex(Relation owner, Index index) {}

    record OfIndexPart(Relation owner, Index index, int position, Index.Part part) {}

    /** Everything visible with an object_id, by object_id. */
    static Iterable<DbObject> objects(Scope scope) {
        var all = scope.catalog().objects();
        return scope.access().seesAll() ? all : filter(all, scope::sees);
    }

    static <T extends DbObject> Iterable<T> objects(Scope scope, Class<T> kind) {
        return map(filter(objects(scope), kind::isInstance), kind::cast);
    }

    static Iterable<DbObject> object(Scope scope, int id) {
        var object = scope.catalog().byId(id);
        return object == null || !scope.sees(object) ? List.of() : List.of(object);
    }

    static <T extends DbObject> Iterable<T> object(Scope scope, int id, Class<T> kind) {
        var object = scope.catalog().byId(id);
        return kind.isInstance(object) && scope.sees(object) ? List.of(kind.cast(object)) : List.of();
    }

    /** The object if it has indexes and constraints, or the table that a function returns. */
    private static @Nullable Relation tabular(DbObject object) {
        return object instanceof Relation r ? r : object instanceof Routine f ? f.returned() : null;
    }

    /** Whatever has indexes and constraints, by object_id. */
    static Iterable<Relation> tabular(Scope scope) {
        return flat(objects(scope), o -> oneOrNone(tabular(o)));
    }

    static Iterable<Relation> tabular(Scope scope, int id) {
        return flat(object(scope, id), o -> oneOrNone(tabular(o)));
    }

    static <T> List<T> oneOrNone(@Nullable T only) {
        return only == null ? List.of() : List.of(only);
    }

    static List<Column> columnsOf(DbObject object) {
        return switch (object) {
            case Relation r -> r.columns();
            case Routine r -> r.columns();
            default -> List.of();
        };
    }

    static Iterable<OfColumn> columns(Scope scope, Predicate<Column> which) {
        return flat(objects(scope), o -> columns(o, which));
    }

    static Iterable<OfColumn> columns(Scope scope, int objectId, Predicate<Column> which) {
        return flat(object(scope, objectId), o -> columns(o, which));
    }

    /** The column with this id, which is mostly at its place in the list. */
    static Iterable<OfColumn> column(Scope scope, int objectId, int columnId, Predicate<Column> which) {
        var owner = scope.catalog().byId(objectId);
        if (owner == null || !scope.sees(owner)) {
            return List.of();
        }
        var columns = columnsOf(owner);
        if (columnId > 0
                && columnId <= columns.size()
                && columns.get(columnId - 1).id() == columnId) {
            var column = columns.get(columnId - 1);
            return which.test(column) ? List.of(new OfColumn(owner, column)) : List.of();
        }
        return columns(owner, c -> c.id() == columnId && which.test(c));
    }

    private static Iterable<OfColumn> columns(DbObject owner, Predicate<Column> which) {
        return map(filter(columnsOf(owner), which), c -> new OfColumn(owner, c));
    }

    static Iterable<OfIndex> indexes(Iterable<Relation> owners) {
        return flat(owners, o -> map(o.indexes(), i -> new OfIndex(o, i)));
    }

    static Iterable<OfIndexPart> indexParts(Iterable<Relation> owners) {
        return flat(indexes(owners), Rows::parts);
    }

    private static Iterable<OfIndexPart> parts(OfIndex row) {
        var parts = row.index().parts();
        return () -> new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < parts.size();
            }

            @Override
            public OfIndexPart next() {
                var part = parts.get(at++);
                return new OfIndexPart(row.owner(), row.index(), at, part);
            }
        };
    }

    /** Constraints of one kind by parent, then by the given order within it. */
    static <C extends Constraint> Iterable<C> constraints(Scope scope, Class<C> kind, Comparator<? super C> order) {
        return flat(tabular(scope), r -> constraintsOf(r, kind, order));
    }

    static <C extends Constraint> Iterable<C> constraints(
            Scope scope, int parentId, Class<C> kind, Comparator<? super C> order) {
        return flat(tabular(scope, parentId), r -> constraintsOf(r, kind, order));
    }

    private static <C extends Constraint> List<C> constraintsOf(
            Relation parent, Class<C> kind, Comparator<? super C> order) {
        var found = new ArrayList<C>();
        for (var constraint : parent.constraints()) {
            if (kind.isInstance(constraint)) {
                found.add(kind.cast(constraint));
            }
        }
        if (found.size() > 1) {
            found.sort(order);
        }
        return found;
    }

    static boolean userTable(DbObject object) {
        return object instanceof Table t && t.type() == ObjectType.USER_TABLE;
    }

    /** Whether sys.objects shows it: a trigger of the database belongs to no schema. */
    static boolean inSchema(DbObject object) {
        return !(object instanceof Trigger t) || t.parent() != null;
    }

    static <A, B> Iterable<B> map(Iterable<A> all, Function<A, B> change) {
        return () -> {
            var each = all.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public B next() {
                    return change.apply(each.next());
                }
            };
        };
    }

    static <A> Iterable<A> filter(Iterable<? extends A> all, Predicate<? super A> which) {
        return () -> new Ahead<A>() {
            private final Iterator<? extends A> each = all.iterator();

            @Override
            @Nullable
            A find() {
                while (each.hasNext()) {
                    A candidate = each.next();
                    if (which.test(candidate)) {
                        return candidate;
                    }
                }
                return null;
            }
        };
    }

    static <A, B> Iterable<B> flat(Iterable<A> all, Function<? super A, ? extends Iterable<B>> inner) {
        return () -> new Ahead<B>() {
            private final Iterator<A> outer = all.iterator();
            private Iterator<B> current = List.<B>of().iterator();

            @Override
            @Nullable
            B find() {
                while (!current.hasNext()) {
                    if (!outer.hasNext()) {
                        return null;
                    }
                    current = inner.apply(outer.next()).iterator();
                }
                return current.next();
            }
        };
    }

    /** An iterator that has to look ahead to know whether there is more. */
    private abstract static class Ahead<A> implements Iterator<A> {
        private @Nullable A ready;
        private boolean looked;

        abstract @Nullable A find();

        @Override
        public boolean hasNext() {
            if (!looked) {
                ready = find();
                looked = true;
            }
            return ready != null;
        }

        @Override
        public A next() {
            if (!hasNext() || ready == null) {
                throw new NoSuchElementException();
            }
            looked = false;
            return ready;
        }
    }
}

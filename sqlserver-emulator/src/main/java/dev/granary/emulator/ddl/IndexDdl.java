package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and DROP INDEX, and indexes written within a table. */
final class IndexDdl {

    private final Target target;
    private final Cursor cursor;

    IndexDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    /** What follows CREATE, up to and with the options. */
    void create() {
        boolean unique = cursor.take("UNIQUE");
        boolean clustered = cursor.take("CLUSTERED");
        if (!clustered) {
            cursor.take("NONCLUSTERED");
        }
        var kind = special(clustered);
        cursor.expect("INDEX");
        var name = cursor.name();
        cursor.expect("ON");
        var relation = target.relation(cursor.names());
        add(relation, name, unique, kind, null);
        target.touch(relation);
    }

    private Index.Kind special(boolean clustered) {
        if (cursor.take("PRIMARY", "XML") || cursor.take("XML")) {
            return Index.Kind.XML;
        }
        return cursor.take("SPATIAL") ? Index.Kind.SPATIAL : kind(clustered, cursor.take("COLUMNSTORE"));
    }

    /** INDEX name .. within a table's definition. */
    void inline(Table table, @Nullable Column beside) {
        cursor.expect("INDEX");
        var name = cursor.name();
        boolean unique = cursor.take("UNIQUE");
        boolean clustered = cursor.take("CLUSTERED");
        boolean hash = !clustered && cursor.take("NONCLUSTERED") && cursor.take("HASH");
        hash = hash || cursor.take("HASH");
        boolean columnstore = cursor.take("COLUMNSTORE");
        add(table, name, unique, hash ? Index.Kind.HASH : kind(clustered, columnstore), beside);
    }

    private static Index.Kind kind(boolean clustered, boolean columnstore) {
        if (columnstore) {
            return clustered ? Index.Kind.CLUSTERED_COLUMNSTORE : Index.Kind.NONCLUSTERED_COLUMNSTORE;
        }
        return clustered ? Index.Kind.CLUSTERED : Index.Kind.NONCLUSTERED;
    }

    private void add(Relation relation, String name, boolean unique, Index.Kind kind, @Nullable Column beside) {
        if (relation.indexes().stream()
                .anyMatch(i -> i.name() != null && target.catalog().same(i.name(), name))) {
            throw new SqlServerError(
                    1913, "The operation failed because an index with name '%s' already exists.".formatted(name));
        }
        var parser = new IndexParts(target, relation, cursor);
        List<Index.Part> parts = new ArrayList<>();
        if (cursor.peek().is("(")) {
            parts.addAll(parser.columns(kind.columnstore()));
        } else if (beside != null) {
            parts.add(new Index.Part(beside.id(), false, false));
        } else if (kind == Index.Kind.CLUSTERED_COLUMNSTORE) {
            relation.columns().forEach(c -> parts.add(new Index.Part(c.id(), false, true)));
        }
        if (cursor.take("INCLUDE")) {
            parts.addAll(parser.columns(true));
        }
        var special = using(relation, kind);
        String filter = null;
        if (cursor.take("WHERE")) {
            filter = filter();
        }
        var options = parser.options(Index.Options.NONE.withSpecial(special)).withFilter(filter);
        if (kind.clustered() && relation instanceof Table table && options.placement() != null) {
            table.place(options.placement());
        }
        relation.addIndex(
                new Index(IndexParts.nextId(relation, kind), name, kind, unique, Index.Role.PLAIN, parts, options));
    }

    /** What an XML index rests on, or how a spatial one divides space. */
    private Index.@Nullable Special using(Relation relation, Index.Kind kind) {
        if (cursor.take("USING", "XML", "INDEX")) {
            var name = cursor.name();
            var primary = relation.indexes().stream()
                    .filter(i -> i.name() != null && target.catalog().same(i.name(), name))
                    .findFirst()
                    .orElseThrow(() -> new SqlServerError(
                            6343, "Cannot create secondary xml index: there is no '%s'.".formatted(name)));
            cursor.expect("FOR");
            var secondary = cursor.next();
            return new Index.SecondaryXml(primary.id(), secondary.is("PATH") ? 'P' : secondary.is("VALUE") ? 'V' : 'R');
        }
        if (kind == Index.Kind.SPATIAL) {
            var scheme = cursor.take("USING") ? cursor.name().toUpperCase(Locale.ROOT) : "GEOGRAPHY_AUTO_GRID";
            boolean automatic = scheme.endsWith("AUTO_GRID");
            int grid = automatic ? 0 : 2;
            return new Index.Tessellation(scheme, List.of(), List.of(grid, grid, grid, grid), automatic ? 12 : 16);
        }
        return null;
    }

    private String filter() {
        int start = cursor.position();
        while (!cursor.atEnd() && !cursor.peek().isAny("WITH", ";", "ON", ")", ",")) {
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                cursor.next();
            }
        }
        return Expressions.normal(cursor.tokensFrom(start));
    }

    void alter() {
        boolean all = cursor.take("ALL");
        var name = all ? "" : cursor.name();
        cursor.expect("ON");
        var relation = target.relation(cursor.names());
        var what = cursor.next();
        Predicate<Index> named =
                i -> all || (i.name() != null && target.catalog().same(i.name(), name));
        if (!all && relation.indexes().stream().noneMatch(named)) {
            throw new SqlServerError(
                    7999, "Could not find any index named '%s' for table '%s'.".formatted(name, relation.name()));
        }
        if (what.is("REBUILD")) {
            rebuild(relation, named);
        } else if (what.is("SET")) {
            with(relation, named, null);
        } else {
            if (cursor.take("PARTITION", "=")) {
                cursor.next();
            }
            if (cursor.take("WITH")) {
                cursor.parenthesised();
            }
            if (what.is("DISABLE")) {
                change(relation, named, o -> o.withDisabled(true));
            }
        }
        target.touch(relation);
    }

    /** What follows REBUILD, of an index or of the table's own rows. */
    void rebuild(Relation relation, Predicate<Index> which) {
        Integer partition = null;
        if (cursor.take("PARTITION", "=")) {
            partition = cursor.take("ALL") ? null : (Integer) cursor.integer();
        }
        if (cursor.take("WITH")) {
            with(relation, which, partition);
        }
        change(relation, which, o -> o.withDisabled(false));
    }

    private void with(Relation relation, Predicate<Index> which, @Nullable Integer partition) {
        int start = cursor.position();
        cursor.parenthesised();
        int end = cursor.position();
        change(relation, which, o -> {
            cursor.back(start);
            var now = new IndexOptions(cursor, o).read();
            return partition == null ? now : IndexOptions.onlyIn(partition, o, now);
        });
        cursor.back(end);
    }

    private static void change(Relation relation, Predicate<Index> which, UnaryOperator<Index.Options> change) {
        for (var index : relation.indexes()) {
            if (which.test(index)) {
                relation.replaceIndex(index.id(), i -> i.withOptions(change.apply(i.options())));
            }
        }
    }

    void drop() {
        boolean lenient = cursor.take("IF", "EXISTS");
        do {
            var first = cursor.names();
            var name = first.getLast();
            var relation = cursor.take("ON")
                    ? target.relation(cursor.names())
                    : target.relation(first.subList(0, first.size() - 1));
            if (cursor.take("WITH")) {
                cursor.parenthesised();
            }
            var index = relation.indexes().stream()
                    .filter(i -> i.name() != null && target.catalog().same(i.name(), name))
                    .findFirst()
                    .orElse(null);
            if (index == null) {
                if (lenient) {
                    continue;
                }
                throw new SqlServerError(
                        3701, 11, 7, "Cannot drop the index '%s', because it does not exist.".formatted(name));
            }
            if (index.role() != Index.Role.PLAIN) {
                throw new SqlServerError(
                        3723,
                        "An explicit DROP INDEX is not allowed on index '%s': it enforces a key.".formatted(name));
            }
            Drops.index(target, relation, index);
            target.touch(relation);
        } while (cursor.take(","));
    }
}

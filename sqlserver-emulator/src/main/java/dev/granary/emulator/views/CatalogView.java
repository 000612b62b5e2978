package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A catalogue view: its columns in SQL Server's order, and where its rows come from. */
public record CatalogView<T>(
        String schema, String name, List<ViewColumn<T>> columns, List<Key<T>> keys, ToLongFunction<Scope> estimate) {

    public CatalogView {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /** The rows in the order of the first key. */
    public Iterable<T> rows(Scope scope) {
        return keys.getFirst().sorted().apply(scope);
    }

    static <T> Builder<T> sys(String name) {
        return new Builder<>("sys", name);
    }

    static <T> Builder<T> informationSchema(String name) {
        return new Builder<>("INFORMATION_SCHEMA", name);
    }

    /** Reads like the documentation's table of columns. */
    static final class Builder<T> {

        /** A column's value when the looker doesn't matter. */
        interface Plain<T> {
            @Nullable
            Object of(T row);
        }

        private final String schema;
        private final String name;
        private final List<ViewColumn<T>> columns = new ArrayList<>();
        private final List<Key<T>> keys = new ArrayList<>();
        private ToLongFunction<Scope> estimate = s -> 50;

        private Builder(String schema, String name) {
            this.schema = schema;
            this.name = name;
        }

        Builder<T> add(String column, SqlType type, int length, int precision, int scale, ViewColumn.Value<T> value) {
            columns.add(new ViewColumn<>(column, type, length, precision, scale, true, value));
            return this;
        }

        /** The columns of another view over the same rows or a wider kind of row. */
        Builder<T> like(List<? extends ViewColumn<? super T>> others) {
            for (ViewColumn<? super T> c : others) {
                add(c.name(), c.type(), c.length(), c.precision(), c.scale(), c.value()::of);
            }
            return this;
        }

        Builder<T> sysname(String column, Plain<T> value) {
            return nvarchar(column, 128, value);
        }

        Builder<T> nvarchar(String column, int length, Plain<T> value) {
            return add(column, SqlType.NVARCHAR, length, 0, 0, (r, s) -> value.of(r));
        }

        /** A text that only a reader of definitions gets. */
        Builder<T> text(String column, ViewColumn.Value<T> value) {
            return add(column, SqlType.NVARCHAR, -1, 0, 0, value);
        }

        Builder<T> chars(String column, int length, Plain<T> value) {
            return add(column, SqlType.CHAR, length, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> integer(String column, Plain<T> value) {
            return add(column, SqlType.INT, 0, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> bigint(String column, Plain<T> value) {
            return add(column, SqlType.BIGINT, 0, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> smallint(String column, Plain<T> value) {
            return add(column, SqlType.SMALLINT, 0, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> tinyint(String column, Plain<T> value) {
            return add(column, SqlType.TINYINT, 0, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> bit(String column, Plain<T> value) {
            return add(column, SqlType.BIT, 0, 0, 0, (r, s) -> value.of(r));
        }

        /** Bits that no emulated object ever has set. */
        Builder<T> unset(String... bits) {
            for (var bit : bits) {
                bit(bit, r -> false);
            }
            return this;
        }

        /** Integers that are always NULL here. */
        Builder<T> nulls(SqlType type, String... names) {
            for (var n : names) {
                add(n, type, type == SqlType.NVARCHAR ? 128 : 0, 0, 0, (r, s) -> null);
            }
            return this;
        }

        Builder<T> real(String column, Plain<T> value) {
            return add(column, SqlType.FLOAT, 0, 0, 0, (r, s) -> value.of(r));
        }

        Builder<T> datetime(String column, Plain<T> value) {
            return add(column, SqlType.DATETIME, 0, 0, 3, (r, s) -> value.of(r));
        }

        /** A number that depends on what else the database holds. */
        Builder<T> looked(String column, SqlType type, ViewColumn.Value<T> value) {
            return add(column, type, type == SqlType.NVARCHAR ? 128 : 0, 0, 0, value);
        }

        Builder<T> variant(String column, Plain<T> value) {
            return add(column, SqlType.SQL_VARIANT, 0, 0, 0, (r, s) -> value.of(r));
        }

        /** A variant that always holds a number, which its precision says. */
        Builder<T> number(String column, Plain<T> value) {
            return add(column, SqlType.SQL_VARIANT, 0, 38, 0, (r, s) -> value.of(r));
        }

        Builder<T> key(List<String> by, int width, Function<Scope, Iterable<T>> sorted, Key.Lookup<T> lookup) {
            keys.add(new Key<>(by, width, sorted, lookup));
            return this;
        }

        /** Few rows, in no order that a query could use. */
        Builder<T> scan(Function<Scope, Iterable<T>> rows) {
            return key(List.of(), 0, rows, (s, v) -> rows.apply(s));
        }

        Builder<T> estimate(ToLongFunction<Scope> rows) {
            estimate = rows;
            return this;
        }

        CatalogView<T> build() {
            return new CatalogView<>(schema, name, columns, keys, estimate);
        }
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.math.BigDecimal;
import java.util.List;

/** Reads a column's definition and adds the column with whatever constraints stand beside it. */
final class Columns {

    private final Target target;
    private final Table table;
    private final Cursor cursor;
    private final boolean withCheck;
    private final List<Runnable> later;

    Columns(Target target, Table table, Cursor cursor, boolean withCheck, List<Runnable> later) {
        this.target = target;
        this.table = table;
        this.cursor = cursor;
        this.withCheck = withCheck;
        this.later = later;
    }

    static Column require(Target target, Relation relation, String name) {
        var column = relation.column(c -> target.catalog().same(c.name(), name));
        if (column == null) {
            throw new SqlServerError(
                    1911, "Column name '%s' does not exist in the target table or view.".formatted(name));
        }
        return column;
    }

    void add() {
        var name = cursor.name();
        if (table.column(c -> target.catalog().same(c.name(), name)) != null) {
            throw new SqlServerError(
                    2705,
                    "Column names in each table must be unique. Column name '%s' in table '%s' is specified more than once."
                            .formatted(name, table.name()));
        }
        if (cursor.take("AS")) {
            computed(name);
            return;
        }
        boolean bareTimestamp =
                name.equalsIgnoreCase("timestamp") && cursor.peek().isAny(",", ")");
        var xml = SpecialColumns.typedXml(target, cursor);
        var type = bareTimestamp
                ? Types.use(SystemTypes.named("timestamp"), -2, 0, target)
                : xml != null ? Types.use(SystemTypes.named("xml"), -2, 0, target) : Types.read(cursor, target);
        boolean nullable = type.type().nullable();
        var traits = xml == null ? Column.Traits.NONE : Column.Traits.NONE.withSpecial(xml);
        var column = new Column(table.nextColumnId(), name, type, nullable, traits);
        table.addColumn(column);
        while (modifier(column.id()) || new Constraints(target, table, cursor, withCheck).next(current(column.id()))) {
            // Each changes the table.
        }
    }

    private Column current(int id) {
        var column = table.columnById(id);
        if (column == null) {
            throw cursor.syntax();
        }
        return column;
    }

    private boolean modifier(int id) {
        if (cursor.take("NOT", "NULL")) {
            table.replaceColumn(id, c -> c.withNullable(false));
        } else if (cursor.take("NULL")) {
            table.replaceColumn(id, c -> c.withNullable(true));
        } else if (cursor.take("COLLATE")) {
            var collation = cursor.name();
            table.replaceColumn(id, c -> c.withType(Types.collated(c.type(), collation), c.nullable()));
        } else if (cursor.take("IDENTITY")) {
            identity(id);
        } else if (cursor.take("SPARSE")) {
            traits(id, t -> t.withSparse(true));
        } else if (cursor.take("ROWGUIDCOL")) {
            traits(id, t -> t.withRowGuid(true));
        } else if (cursor.take("HIDDEN")) {
            traits(id, t -> t.withHidden(true));
        } else if (cursor.sees("MASKED")) {
            var mask = mask(cursor);
            traits(id, t -> t.withMask(mask));
        } else if (cursor.take("GENERATED", "ALWAYS", "AS")) {
            int always = SpecialColumns.generated(cursor);
            boolean ends = always == SpecialColumns.TRANSACTION_END || always == SpecialColumns.SEQUENCE_END;
            table.replaceColumn(id, c -> c.withNullable(ends));
            traits(id, t -> t.withGenerated(always));
        } else if (cursor.take("ENCRYPTED", "WITH")) {
            var encryption = SpecialColumns.encryption(target, cursor);
            traits(id, t -> t.withSpecial(t.special().withEncryption(encryption)));
        } else if (cursor.take("COLUMN_SET", "FOR", "ALL_SPARSE_COLUMNS")) {
            traits(id, t -> t.withSpecial(t.special().withColumnSet()));
        } else if (cursor.take("FILESTREAM")) {
            traits(id, t -> t.withSpecial(t.special().withFilestream()));
        } else if (cursor.sees("INDEX")) {
            new IndexDdl(target, cursor).inline(table, current(id));
        } else {
            return cursor.take("PERSISTED");
        }
        return true;
    }

    private void traits(int id, java.util.function.UnaryOperator<Column.Traits> change) {
        table.replaceColumn(id, c -> c.withTraits(change.apply(c.traits())));
    }

    static String mask(Cursor cursor) {
        cursor.expect("MASKED", "WITH", "(", "FUNCTION", "=");
        var function = cursor.string();
        cursor.expect(")");
        return function;
    }

    private void identity(int id) {
        var seed = BigDecimal.ONE;
        var increment = BigDecimal.ONE;
        if (cursor.take("(")) {
            seed = number(cursor);
            cursor.expect(",");
            increment = number(cursor);
            cursor.expect(")");
        }
        var identity = new Column.Identity(seed, increment, cursor.take("NOT", "FOR", "REPLICATION"));
        table.replaceColumn(id, c -> c.withNullable(false));
        traits(id, t -> t.withIdentity(identity));
    }

    static BigDecimal number(Cursor cursor) {
        boolean negative = cursor.take("-");
        var token = cursor.next();
        if (token.kind() != Token.Kind.NUMBER) {
            throw cursor.syntaxNear(token);
        }
        var number = new BigDecimal(token.text());
        return negative ? number.negate() : number;
    }

    private void computed(String name) {
        int start = cursor.position();
        while (!cursor.atEnd() && !cursor.peek().isAny(",", ")", "PERSISTED", "CONSTRAINT", "PRIMARY", "UNIQUE", ";")) {
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                cursor.next();
            }
        }
        var tokens = List.copyOf(cursor.tokensFrom(start));
        var definition = Expressions.normal(tokens);
        boolean persisted = cursor.take("PERSISTED");
        boolean notNull = persisted && cursor.take("NOT", "NULL");
        // The expression may name columns that come further down.
        var type = Types.use(SystemTypes.named("int"), -2, 0, target);
        var column = new Column(
                table.nextColumnId(),
                name,
                type,
                !notNull && !ComputedType.neverNull(tokens),
                Column.Traits.NONE.withComputed(new Column.Computed(definition, persisted)));
        table.addColumn(column);
        later.add(() -> table.replaceColumn(
                column.id(), c -> c.withType(ComputedType.of(target, table, cursor.text(), tokens, c), c.nullable())));
        while (new Constraints(target, table, cursor, withCheck).next(current(column.id()))) {
            // Each changes the table.
        }
    }
}

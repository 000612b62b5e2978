package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of sums and products over a table's columns, which T-SQL makes in its own way; everything else has no answer here. */
final class Arithmetic {

    private static final List<String> RANKS = List.of(
            "bit",
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "smallmoney",
            "money",
            "numeric",
            "decimal",
            "real",
            "float");
    private static final int LONGEST = 38;
    private static final int LEAST_SCALE = 6;

    private final Target target;
    private final Relation relation;
    private final Column itself;
    private final Cursor cursor;

    private Arithmetic(Target target, Relation relation, Column itself, Cursor cursor) {
        this.target = target;
        this.relation = relation;
        this.itself = itself;
        this.cursor = cursor;
    }

    /** An operand; of a whole number that is written out, the digits are known too. */
    private record Operand(TypeUse use, int digits) {

        int rank() {
            return RANKS.indexOf(use.type().name());
        }

        boolean is(String... names) {
            return List.of(names).contains(use.type().name());
        }

        int precision() {
            return digits > 0 ? digits : use.precision();
        }
    }

    /** The type of the expression, or null if it is more than columns, numbers, conversions, ISNULL and the five operators. */
    static @Nullable TypeUse of(Target target, Relation relation, Column itself, Cursor cursor) {
        try {
            var type = new Arithmetic(target, relation, itself, cursor).sum();
            return type != null && cursor.atEnd() ? type.use() : null;
        } catch (SqlServerError e) {
            // Whoever runs the whole expression finds the better words for what is wrong with it.
            return null;
        }
    }

    private @Nullable Operand sum() {
        var left = product();
        while (left != null && cursor.peek().isAny("+", "-")) {
            left = combined(cursor.next(), left, product());
        }
        return left;
    }

    private @Nullable Operand product() {
        var left = factor();
        while (left != null && cursor.peek().isAny("*", "/", "%")) {
            left = combined(cursor.next(), left, factor());
        }
        return left;
    }

    private @Nullable Operand factor() {
        if (cursor.take("-") || cursor.take("+")) {
            return factor();
        }
        if (cursor.take("(")) {
            var inner = sum();
            cursor.expect(")");
            return inner;
        }
        var token = cursor.next();
        if (token.kind() == Token.Kind.NUMBER) {
            return literal(token.text());
        }
        if (token.kind() == Token.Kind.WORD && cursor.take("(")) {
            return call(token);
        }
        if (!token.name() || cursor.peek().is(".")) {
            return null;
        }
        var column =
                relation.column(c -> c.id() != itself.id() && target.catalog().same(c.name(), token.text()));
        return column == null ? null : new Operand(column.type(), 0);
    }

    private @Nullable Operand call(Token function) {
        if (function.is("CONVERT")) {
            var type = Types.read(cursor, target);
            cursor.expect(",");
            close();
            return new Operand(type, 0);
        }
        if (function.is("CAST")) {
            while (!cursor.take("AS")) {
                if (cursor.peek().is("(")) {
                    cursor.parenthesised();
                } else if (cursor.next().kind() == Token.Kind.END) {
                    return null;
                }
            }
            var type = Types.read(cursor, target);
            cursor.expect(")");
            return new Operand(type, 0);
        }
        if (!function.is("ISNULL")) {
            return null;
        }
        var first = sum();
        cursor.expect(",");
        close();
        return first;
    }

    private void close() {
        cursor.skipToClose();
        cursor.expect(")");
    }

    private Operand literal(String text) {
        if (text.contains("e") || text.contains("E")) {
            return new Operand(Types.use(SystemTypes.named("float"), -2, 0, target), 0);
        }
        int point = text.indexOf('.');
        if (point < 0 && text.length() < 10) {
            return new Operand(Types.use(SystemTypes.named("int"), -2, 0, target), text.length());
        }
        int digits = text.length() - (point < 0 ? 0 : 1);
        return new Operand(decimal("numeric", digits, point < 0 ? 0 : digits - point), 0);
    }

    private @Nullable Operand combined(Token operator, Operand left, @Nullable Operand right) {
        if (right == null || left.rank() < 0 || right.rank() < 0) {
            return null;
        }
        var higher = left.rank() >= right.rank() ? left : right;
        if (!higher.is("decimal", "numeric")) {
            return new Operand(higher.use(), 0);
        }
        int p1 = left.precision();
        int s1 = left.use().scale();
        int p2 = right.precision();
        int s2 = right.use().scale();
        int scale =
                switch (operator.text()) {
                    case "*" -> s1 + s2;
                    case "/" -> Math.max(LEAST_SCALE, s1 + p2 + 1);
                    default -> Math.max(s1, s2);
                };
        int whole =
                switch (operator.text()) {
                    case "*" -> p1 + p2 + 1 - scale;
                    case "/" -> p1 - s1 + s2;
                    case "%" -> Math.min(p1 - s1, p2 - s2);
                    default -> Math.max(p1 - s1, p2 - s2) + 1;
                };
        return new Operand(fitted(higher.use().type().name(), whole, scale, operator.isAny("*", "/")), 0);
    }

    /** What exceeds 38 digits loses decimals; of a product or quotient, none beyond the sixth. */
    private TypeUse fitted(String name, int whole, int scale, boolean keepsSix) {
        if (whole + scale <= LONGEST) {
            return decimal(name, whole + scale, scale);
        }
        int least = keepsSix ? Math.min(scale, LEAST_SCALE) : 0;
        return decimal(name, LONGEST, Math.min(scale, Math.max(least, LONGEST - whole)));
    }

    private TypeUse decimal(String name, int precision, int scale) {
        return Types.use(SystemTypes.named(name), precision, scale, target);
    }
}

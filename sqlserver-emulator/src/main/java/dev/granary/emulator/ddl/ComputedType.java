package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Lexer;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of a computed column: what a SELECT of its expression over the table's other columns would give. */
final class ComputedType {

    private ComputedType() {}

    static TypeUse of(Target target, Table table, String text, List<Token> expression, Column itself) {
        var end = new Token(Token.Kind.END, "", text.length(), text.length());
        var known = Arithmetic.of(
                target,
                table,
                itself,
                new Cursor(
                        text, Stream.concat(expression.stream(), Stream.of(end)).toList()));
        if (known != null) {
            return known;
        }
        // The table is not in the catalogue yet while it is being created, so its columns stand in as NULLs of their
        // types.
        var columns = table.columns().stream()
                .filter(c -> c.id() != itself.id())
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(declared(c.type()), Expressions.bracketed(c.name())))
                .collect(Collectors.joining(", "));
        var words = new ArrayList<String>();
        for (var token : expression) {
            words.add(text.substring(token.start(), token.end()));
        }
        var select = columns.isEmpty()
                ? "SELECT " + String.join(" ", words) + " AS x"
                : "SELECT " + String.join(" ", words) + " AS x FROM (SELECT " + columns + ") AS t";
        var tokens = Lexer.tokens(select);
        var shape = target.shape().of(select, tokens.subList(0, tokens.size() - 1), Map.of());
        return Types.of(shape.getFirst().result(), target);
    }

    /** Whether the expression is an ISNULL that falls back on a literal: all others may be NULL, if only for an overflow. */
    static boolean neverNull(List<Token> expression) {
        var tokens = expression;
        while (tokens.size() > 2
                && tokens.getFirst().is("(")
                && tokens.getLast().is(")")) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        if (tokens.size() < 6
                || !tokens.getFirst().is("ISNULL")
                || !tokens.getLast().is(")")) {
            return false;
        }
        int at = tokens.size() - 2;
        while (tokens.get(at).isAny("(", ")", "-")) {
            at--;
        }
        var kind = tokens.get(at).kind();
        boolean literal = kind == Token.Kind.NUMBER || kind == Token.Kind.STRING;
        while (literal && tokens.get(at - 1).isAny("(", "-")) {
            at--;
        }
        return literal && tokens.get(at - 1).is(",");
    }

    /** A type as it is written in T-SQL. */
    static String declared(TypeUse use) {
        var type =
                use.type().userDefined() ? SystemTypes.byUserTypeId(use.type().systemTypeId()) : use.type();
        var name = type == null ? "sql_variant" : type.name();
        return switch (name) {
            case "nvarchar", "nchar" -> name + "(" + (use.maxLength() < 0 ? "max" : use.maxLength() / 2) + ")";
            case "varchar", "char", "varbinary", "binary" ->
                name + "(" + (use.maxLength() < 0 ? "max" : use.maxLength()) + ")";
            case "decimal", "numeric" -> name + "(" + use.precision() + "," + use.scale() + ")";
            case "time", "datetime2", "datetimeoffset" -> name + "(" + use.scale() + ")";
            case "hierarchyid", "geometry", "geography" -> "varbinary(max)";
            default -> name;
        };
    }
}

package dev.granary.emulator.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of built-in functions, respelled where H2 has them otherwise or where their result's type would differ. */
final class Functions {

    /** Functions of ours that give a name, which T-SQL types nvarchar(128). */
    private static final Set<String> NAMES = Set.of(
            "DB_NAME",
            "OBJECT_NAME",
            "OBJECT_SCHEMA_NAME",
            "SCHEMA_NAME",
            "TYPE_NAME",
            "USER_NAME",
            "SUSER_SNAME",
            "SUSER_NAME",
            "ORIGINAL_LOGIN",
            "COL_NAME",
            "HOST_NAME",
            "APP_NAME");

    private final Rewriter rewriter;
    private final Cursor in;

    Functions(Rewriter rewriter, Cursor in) {
        this.rewriter = rewriter;
        this.in = in;
    }

    void constant(String which) {
        rewriter.emit("CAST(%s() AS VARCHAR(128))".formatted(which.equals("USER") ? "USER_NAME" : "SUSER_SNAME"));
    }

    /** The function's name was read, its opening parenthesis is next. */
    void call(String name) {
        switch (name) {
            case "CAST", "TRY_CAST" -> cast(name.startsWith("TRY_"));
            case "CONVERT", "TRY_CONVERT" -> convert(name.startsWith("TRY_"));
            case "IIF" -> {
                var a = arguments(3);
                emit("CASE WHEN %s THEN %s ELSE %s END".formatted(a.get(0), a.get(1), a.get(2)));
            }
            case "LEN" ->
                emit("CAST(CHAR_LENGTH(RTRIM(%s)) AS INTEGER)"
                        .formatted(arguments(1).getFirst()));
            case "COUNT_BIG" -> plain("COUNT");
            case "COUNT" -> count();
            case "STRING_AGG" -> plain("LISTAGG");
            case "SERVERPROPERTY", "DATABASEPROPERTYEX", "SQL_VARIANT_PROPERTY" ->
                emit("CAST(%s(%s) AS VARCHAR(8016))".formatted(name, String.join(", ", arguments())));
            case "GETDATE", "SYSDATETIME", "CURRENT_TIMESTAMP" -> {
                arguments(0);
                emit(name.equals("GETDATE") ? "CAST(CURRENT_SERVER_TIME() AS TIMESTAMP(3))" : "CURRENT_SERVER_TIME()");
            }
            case "GETUTCDATE", "SYSUTCDATETIME" -> {
                arguments(0);
                emit("CURRENT_UTC_TIME()");
            }
            case "ISNULL" -> emit("COALESCE(%s)".formatted(String.join(", ", arguments(2))));
            case "CHAR" -> plain("CHAR");
            case "SUBSTRING", "LEFT", "RIGHT", "REPLACE", "UPPER", "LOWER", "LTRIM", "RTRIM", "TRIM" -> plain(name);
            case "SUM", "MIN", "MAX", "AVG", "COALESCE", "NULLIF", "CONCAT", "ABS", "ROUND", "ROW_NUMBER", "RANK" ->
                plain(name);
            default -> other(name);
        }
    }

    private void other(String name) {
        if (NAMES.contains(name)) {
            emit("CAST(%s(%s) AS VARCHAR(128))".formatted(name, String.join(", ", arguments())));
        } else if (name.equals("QUOTENAME")) {
            emit("CAST(QUOTENAME(%s) AS VARCHAR(258))".formatted(String.join(", ", arguments())));
        } else if (DateParts.firstOf(name)) {
            ofDatePart(name);
        } else {
            plain(name);
        }
    }

    private void ofDatePart(String name) {
        in.expect("(");
        var part = DateParts.inH2(in.name());
        in.expect(",");
        var rest = rewriter.capture(() -> rewriter.expression(false)).strip();
        in.expect(")");
        switch (name) {
            case "DATEPART" -> emit("CAST(EXTRACT(%s FROM %s) AS INTEGER)".formatted(part, rest));
            case "DATENAME" -> emit("CAST(%s AS VARCHAR(30))".formatted(named(part, rest)));
            case "DATEDIFF" -> emit("CAST(DATEDIFF(%s, %s) AS INTEGER)".formatted(part, rest));
            case "DATEDIFF_BIG" -> emit("DATEDIFF(%s, %s)".formatted(part, rest));
            case "DATETRUNC" -> emit("DATE_TRUNC(%s, %s)".formatted(part, rest));
            default -> emit("%s(%s, %s)".formatted(name, part, rest));
        }
    }

    private static String named(String part, String value) {
        return switch (part) {
            case "MONTH" -> "MONTHNAME(" + value + ")";
            case "DAY_OF_WEEK" -> "DAYNAME(" + value + ")";
            default -> "EXTRACT(%s FROM %s)".formatted(part, value);
        };
    }

    private void cast(boolean lenient) {
        in.expect("(");
        var value = rewriter.capture(() -> rewriter.expression(true));
        in.expect("AS");
        var type = H2Types.read(in, true);
        in.expect(")");
        converted(value, type, "0", lenient);
    }

    private void convert(boolean lenient) {
        in.expect("(");
        var type = H2Types.read(in, true);
        in.expect(",");
        var value = rewriter.capture(() -> rewriter.expression(true));
        var style = "0";
        if (in.take(",")) {
            style = rewriter.capture(() -> rewriter.expression(true));
        }
        in.expect(")");
        converted(value, type, style, lenient);
    }

    /** Text and bytes go through functions of ours, because SQL Server writes and encodes them in its own way. */
    private void converted(String value, String type, String style, boolean lenient) {
        if (lenient) {
            emit("CAST(TRY_AS(%s, '%s', %s) AS %s)".formatted(value, type, style, type));
        } else if (H2Types.text(type)) {
            emit("CAST(AS_TEXT(%s, %s) AS %s)".formatted(value, style, type));
        } else if (H2Types.binary(type)) {
            emit("CAST(AS_BYTES(%s, %s) AS %s)".formatted(value, style, type));
        } else if (type.equals("INTEGER") || type.equals("BIGINT") || type.equals("SMALLINT")) {
            emit("CAST(AS_WHOLE(%s) AS %s)".formatted(value, type));
        } else {
            emit("CAST(%s AS %s)".formatted(value, type));
        }
    }

    private void count() {
        var arguments = arguments();
        var call = "COUNT(%s)".formatted(String.join(", ", arguments));
        // COUNT is an int in T-SQL, but OVER must follow the function itself.
        emit(in.peek().is("OVER") ? call : "CAST(" + call + " AS INTEGER)");
    }

    private void plain(String name) {
        emit("%s(%s)".formatted(name, String.join(", ", arguments())));
    }

    private List<String> arguments(int count) {
        var list = arguments();
        if (list.size() != count) {
            throw in.syntax();
        }
        return list;
    }

    private List<String> arguments() {
        var list = new ArrayList<String>();
        in.expect("(");
        if (!in.peek().is(")")) {
            do {
                list.add(rewriter.capture(() -> rewriter.expression(true)));
            } while (in.take(","));
        }
        in.expect(")");
        return list.stream().map(String::strip).collect(Collectors.toList());
    }

    private void emit(String text) {
        rewriter.emit(text);
    }
}

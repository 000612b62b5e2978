package dev.granary.emulator.batch;

import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables and parameters of a batch, by their names in lower case with the at sign. */
final class Variables {

    private final Map<String, Variable> all = new HashMap<>();

    /** A variable's type in H2's words, and its value. */
    private record Variable(String type, @Nullable Object value) {}

    Variables(List<Parameter> parameters) {
        for (var p : parameters) {
            declare("@" + p.name(), type(p.type()), p.value());
        }
    }

    void declare(String name, String h2Type, @Nullable Object value) {
        all.put(name.toLowerCase(Locale.ROOT), new Variable(h2Type, value));
    }

    void set(String name, @Nullable Object value) {
        declare(name, type(name), value);
    }

    String type(String name) {
        return required(name).type();
    }

    List<@Nullable Object> values(List<String> names) {
        var values = new ArrayList<@Nullable Object>();
        for (var name : names) {
            values.add(required(name).value());
        }
        return values;
    }

    private Variable required(String name) {
        var variable = all.get(name.toLowerCase(Locale.ROOT));
        if (variable == null) {
            throw new SqlServerError(137, 15, 2, "Must declare the scalar variable \"%s\".".formatted(name));
        }
        return variable;
    }

    private static String type(SqlType type) {
        return switch (type) {
            case BIT -> "BOOLEAN";
            case TINYINT, SMALLINT -> "SMALLINT";
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case FLOAT -> "DOUBLE PRECISION";
            case DECIMAL -> "NUMERIC(38, 10)";
            case MONEY -> "NUMERIC(19, 4)";
            case CHAR, VARCHAR, NCHAR, NVARCHAR, SQL_VARIANT -> "VARCHAR(4000)";
            case BINARY, VARBINARY -> "VARBINARY(8000)";
            case UNIQUEIDENTIFIER -> "UUID";
            case DATE -> "DATE";
            case TIME -> "TIME(7)";
            case DATETIME -> "TIMESTAMP(3)";
            case DATETIME2 -> "TIMESTAMP(7)";
            case DATETIMEOFFSET -> "TIMESTAMP(7) WITH TIME ZONE";
        };
    }
}

package dev.granary.emulator.h2;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.tsql.Limits;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** H2's errors as SQL Server's where both mean the same; the rest are the emulator's limits. */
final class H2Errors {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private H2Errors() {}

    static SqlServerError translate(SQLException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SqlServerError own) {
                return own;
            }
        }
        var what = firstQuoted(e);
        return switch (e.getErrorCode()) {
            case ErrorCode.COLUMN_NOT_FOUND_1 -> column(what);
            case ErrorCode.AMBIGUOUS_COLUMN_NAME_1 ->
                new SqlServerError(209, "Ambiguous column name '%s'.".formatted(what));
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                new SqlServerError(208, "Invalid object name '%s'.".formatted(what));
            case ErrorCode.FUNCTION_NOT_FOUND_1 ->
                new SqlServerError(195, 15, 10, "'%s' is not a recognized built-in function name.".formatted(what));
            case ErrorCode.DATA_CONVERSION_ERROR_1 ->
                new SqlServerError(245, "Conversion failed when converting the value %s.".formatted(what));
            case ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1, ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2 ->
                new SqlServerError(8115, "Arithmetic overflow error converting expression to a narrower data type.");
            case ErrorCode.DIVISION_BY_ZERO_1 -> new SqlServerError(8134, "Divide by zero error encountered.");
            case ErrorCode.DUPLICATE_KEY_1 ->
                new SqlServerError(2627, 14, 1, "Violation of a UNIQUE or PRIMARY KEY constraint.");
            case ErrorCode.NULL_NOT_ALLOWED ->
                new SqlServerError(515, "Cannot insert the value NULL into column '%s'.".formatted(what));
            case ErrorCode.SCALAR_SUBQUERY_CONTAINS_MORE_THAN_ONE_ROW ->
                new SqlServerError(512, "Subquery returned more than 1 value.");
            case ErrorCode.MUST_GROUP_BY_COLUMN_1 ->
                new SqlServerError(
                        8120,
                        "Column '%s' is invalid in the select list because it is not in an aggregate or GROUP BY."
                                .formatted(what));
            case ErrorCode.STATEMENT_WAS_CANCELED -> SqlServerError.cancelled();
            default -> Limits.not("run this query in H2 (%d: %s)".formatted(e.getErrorCode(), e.getMessage()));
        };
    }

    private static SqlServerError column(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? new SqlServerError(4104, "The multi-part identifier \"%s\" could not be bound.".formatted(name))
                : new SqlServerError(207, "Invalid column name '%s'.".formatted(name));
    }

    private static String firstQuoted(SQLException e) {
        var matcher = QUOTED.matcher(e.getMessage());
        return matcher.find() ? matcher.group(1) : "";
    }
}

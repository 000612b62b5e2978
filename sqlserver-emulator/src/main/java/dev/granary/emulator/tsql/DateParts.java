package dev.granary.emulator.tsql;

import dev.granary.emulator.engine.SqlServerError;
import java.util.Locale;
import java.util.Set;

/** The date parts that dateadd, datediff, datename and datepart take: words that are no columns. */
public final class DateParts {

    private static final Set<String> FUNCTIONS =
            Set.of("DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATENAME", "DATEPART", "DATETRUNC");

    private DateParts() {}

    /** Whether the first argument of this function, its name in upper case, is a date part. */
    public static boolean firstOf(String function) {
        return FUNCTIONS.contains(function);
    }

    /** The part's own name for any of its abbreviations; error 155 if it has none. */
    public static String name(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "year", "yy", "yyyy" -> "year";
            case "quarter", "qq", "q" -> "quarter";
            case "month", "mm", "m" -> "month";
            case "dayofyear", "dy", "y" -> "dayofyear";
            case "day", "dd", "d" -> "day";
            case "week", "wk", "ww" -> "week";
            case "iso_week", "isowk", "isoww" -> "iso_week";
            case "weekday", "dw", "w" -> "weekday";
            case "hour", "hh" -> "hour";
            case "minute", "mi", "n" -> "minute";
            case "second", "ss", "s" -> "second";
            case "millisecond", "ms" -> "millisecond";
            case "microsecond", "mcs" -> "microsecond";
            case "nanosecond", "ns" -> "nanosecond";
            default -> throw new SqlServerError(155, "'%s' is not a recognized datepart option.".formatted(word));
        };
    }

    static String inH2(String word) {
        var name = name(word);
        return switch (name) {
            case "dayofyear" -> "DAY_OF_YEAR";
            case "weekday" -> "DAY_OF_WEEK";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }
}

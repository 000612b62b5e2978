package dev.granary.model;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When two names are the same in a database, as far as its collation's name tells: case, accent and binary comparison are honoured; width and
 * kana are not told apart unless the collation is binary. Source: the suffixes of SQL Server's collation names.
 */
public record NameCollation(boolean binary, boolean caseSensitive, boolean accentSensitive) {

    /** @param collation a name such as {@code Latin1_General_100_CI_AS}; null (offline, unknown) compares as most databases do: CI_AS */
    public static NameCollation of(@Nullable String collation) {
        var words = "_" + (collation == null ? "CI_AS" : collation.toUpperCase(Locale.ROOT)) + "_";
        return new NameCollation(
                words.contains("_BIN_") || words.contains("_BIN2_"), words.contains("_CS_"), !words.contains("_AI_"));
    }

    public boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Equal for names that are the same under this collation. */
    public String key(String name) {
        if (binary) {
            return name;
        }
        var key = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (!accentSensitive) {
            key = withoutMarks(key);
        }
        return caseSensitive ? key : foldCase(key);
    }

    /** The coarsest comparison: names that are the same under any collation have the same fold. The store keeps it beside each name. */
    public static String fold(String name) {
        return foldCase(withoutMarks(Normalizer.normalize(name, Normalizer.Form.NFKC)));
    }

    private static String withoutMarks(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return decomposed.chars().allMatch(c -> c < 0x80) ? decomposed : decomposed.replaceAll("\\p{Mn}+", "");
    }

    private static String foldCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}

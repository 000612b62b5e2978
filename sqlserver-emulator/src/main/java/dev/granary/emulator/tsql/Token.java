package dev.granary.emulator.tsql;

import java.util.Locale;

/**
 * A word of T-SQL and where it stood.
 *
 * @param text an identifier without its quotes, a string's value, or the word as written
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What sort of word it is. */
    public enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        BINARY,
        VARIABLE,
        SYMBOL,
        END
    }

    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    public boolean isAny(String... words) {
        for (var word : words) {
            if (is(word)) {
                return true;
            }
        }
        return false;
    }

    public boolean name() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    public String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}

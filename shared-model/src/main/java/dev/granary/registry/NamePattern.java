package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for names: {@code *} is any text, {@code ?} any one character, a backslash takes the next character
 * literally; all else, brackets included, stands for itself, and upper and lower case are one.
 */
public final class NamePattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final String text;
    private final int[] tokens;

    private NamePattern(String text, int[] tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Reads a pattern.
     *
     * @throws IllegalArgumentException with the reason if the text is empty or ends in a lone backslash */
    @JsonCreator
    public static NamePattern of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty pattern matches no name");
        }
        int[] points = text.codePoints().toArray();
        int[] tokens = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\') {
                if (++i == points.length) {
                    throw new IllegalArgumentException(
                            "a pattern must not end in a lone backslash (write two for a backslash)");
                }
                tokens[count++] = fold(points[i]);
            } else {
                tokens[count++] = switch (points[i]) {
                    case '*' -> ANY_TEXT;
                    case '?' -> ANY_CHARACTER;
                    default -> fold(points[i]);
                };
            }
        }
        return new NamePattern(text, Arrays.copyOf(tokens, count));
    }

    /** The pattern that matches exactly this name, in whatever case. */
    public static NamePattern literal(String name) {
        return of(name.replaceAll("[*?\\\\]", "\\\\$0"));
    }

    /** True if the pattern has no wildcard, so that it names one name. */
    public boolean isExact() {
        return Arrays.stream(tokens).noneMatch(token -> token < 0);
    }

    /** Linear in practice: only the last {@code *} is ever tried again. */
    public boolean matches(String name) {
        int[] points = name.codePoints().map(NamePattern::fold).toArray();
        int token = 0;
        int star = -1;
        int starPoint = 0;
        int point = 0;
        while (point < points.length) {
            if (token < tokens.length && tokens[token] == ANY_TEXT) {
                star = token++;
                starPoint = point;
            } else if (token < tokens.length && (tokens[token] == ANY_CHARACTER || tokens[token] == points[point])) {
                token++;
                point++;
            } else if (star >= 0) {
                token = star + 1;
                point = ++starPoint;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY_TEXT) {
            token++;
        }
        return token == tokens.length;
    }

    private static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    @JsonValue
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

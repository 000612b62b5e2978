package dev.granary.query.lookup;

import dev.granary.content.StoredText;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.registry.NamePattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A caller's pattern for names, as a condition that the store can apply roughly and as one that is exact. */
final class NameFilter {

    private final @Nullable NamePattern pattern;
    private final String like;

    private NameFilter(@Nullable NamePattern pattern, String like) {
        this.pattern = pattern;
        this.like = like;
    }

    static NameFilter of(String parameter, @Nullable String text) {
        if (text == null) {
            return new NameFilter(null, "%");
        }
        try {
            return new NameFilter(NamePattern.of(text), like(text));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID_PARAMETER, "%s: %s".formatted(parameter, e.getMessage()));
        }
    }

    boolean isAny() {
        return pattern == null;
    }

    boolean matches(String storedName) {
        return pattern == null || pattern.matches(StoredText.decode(storedName));
    }

    /**
     * A LIKE pattern over folded names. Only runs of ASCII are held on to: folding keeps them together, where it may turn one other character
     * into none or several.
     */
    String like() {
        return like;
    }

    private static String like(String pattern) {
        var like = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean literal = c != '*' && c != '?';
            if (c == '\\') {
                c = pattern.charAt(++i);
            }
            if (!literal || c == 0 || c >= 0x80) {
                like.append('%');
            } else if (c == '%' || c == '_' || c == '\\') {
                like.append('\\').append(c);
            } else {
                like.append(String.valueOf(c).toLowerCase(Locale.ROOT));
            }
        }
        return like.toString();
    }
}

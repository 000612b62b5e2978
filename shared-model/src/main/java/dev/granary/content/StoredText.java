package dev.granary.content;

/**
 * Text as PostgreSQL can hold it. SQL Server's names may contain U+0000 and unpaired surrogates, which UTF-8 text may not; they, and the
 * noncharacter U+FDD0 that marks them, become U+FDD0 and four hexadecimal digits. {@link #decode} undoes it exactly.
 */
public final class StoredText {

    private static final char MARK = '\uFDD0';

    private StoredText() {}

    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                return escape(text, i);
            }
        }
        return text;
    }

    private static String escape(String text, int from) {
        var out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (mustEscape(text, i)) {
                out.append(MARK).append("%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    public static String decode(String stored) {
        int mark = stored.indexOf(MARK);
        if (mark < 0) {
            return stored;
        }
        var out = new StringBuilder(stored.length());
        int from = 0;
        while (mark >= 0) {
            out.append(stored, from, mark);
            out.append((char) Integer.parseInt(stored, mark + 1, mark + 5, 16));
            from = mark + 5;
            mark = stored.indexOf(MARK, from);
        }
        return out.append(stored, from, stored.length()).toString();
    }

    private static boolean mustEscape(String text, int i) {
        char c = text.charAt(i);
        return c == 0 || c == MARK || isUnpairedSurrogate(text, i);
    }

    /** Whether the UTF-16 code unit at {@code i} is half of a pair whose other half is missing. */
    static boolean isUnpairedSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

package dev.granary.emulator.h2;

import org.h2.value.CompareMode;

/** Compares text as the server's collation would at its simplest: trailing blanks don't count, nor does case unless it is told so. */
final class TextOrder extends CompareMode {

    private final boolean caseSensitive;

    TextOrder(boolean caseSensitive) {
        super(caseSensitive ? "SQLSERVER_CS" : "SQLSERVER_CI", 0);
        this.caseSensitive = caseSensitive;
    }

    @Override
    public boolean equalsChars(String a, int ai, String b, int bi, boolean ignoreCase) {
        return compare(a.charAt(ai), b.charAt(bi)) == 0;
    }

    @Override
    public int compareString(String a, String b, boolean ignoreCase) {
        int endA = end(a);
        int endB = end(b);
        int common = Math.min(endA, endB);
        for (int i = 0; i < common; i++) {
            char ca = a.charAt(i);
            char cb = b.charAt(i);
            if (ca != cb) {
                int order = compare(ca, cb);
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(endA, endB);
    }

    private int compare(char a, char b) {
        return caseSensitive ? Character.compare(a, b) : Character.compare(fold(a), fold(b));
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static int end(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextOrder o && o.caseSensitive == caseSensitive;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(caseSensitive);
    }
}

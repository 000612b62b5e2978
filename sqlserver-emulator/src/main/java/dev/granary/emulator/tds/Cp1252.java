package dev.granary.emulator.tds;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Code page 1252 as SQL Server takes it: its five unassigned bytes stand for the control characters of the same number. */
final class Cp1252 {

    private static final char[] DECODED = new char[256];
    private static final byte[] ENCODED = new byte[65_536];

    static {
        Charset charset = Charset.forName("windows-1252");
        Arrays.fill(ENCODED, (byte) '?');
        for (int i = 0; i < DECODED.length; i++) {
            char decoded = new String(new byte[] {(byte) i}, charset).charAt(0);
            DECODED[i] = decoded == '\uFFFD' ? (char) i : decoded;
            ENCODED[DECODED[i]] = (byte) i;
        }
    }

    private Cp1252() {}

    static byte encode(char c) {
        return ENCODED[c];
    }

    static String decode(byte[] bytes) {
        char[] chars = new char[bytes.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = DECODED[bytes[i] & 0xFF];
        }
        return new String(chars);
    }
}

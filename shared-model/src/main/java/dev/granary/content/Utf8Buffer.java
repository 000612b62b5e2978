package dev.granary.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A growing run of UTF-8 bytes that is reused from part to part, so that hashing an unchanged database allocates nothing for its bodies. */
final class Utf8Buffer {

    private byte[] bytes = new byte[4096];
    private int length;

    void clear() {
        length = 0;
    }

    void ascii(char c) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) c;
    }

    void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            ascii(text.charAt(i));
        }
    }

    void codePoint(int c) {
        if (length + 4 > bytes.length) {
            grow(4);
        }
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xF0 | (c >> 18));
            bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    ContentHash hash(MessageDigest sha256) {
        sha256.update(bytes, 0, length);
        return ContentHash.of(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void grow(int by) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + by));
    }
}

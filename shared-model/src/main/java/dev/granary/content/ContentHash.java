package dev.granary.content;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A SHA-256, in the order of its bytes. */
public record ContentHash(long first, long second, long third, long fourth) implements Comparable<ContentHash> {

    public static final int BYTES = 32;

    public static ContentHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        var longs = ByteBuffer.wrap(bytes);
        return new ContentHash(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
    }

    /** The hash of these bytes. */
    public static ContentHash over(byte[] content) {
        return of(Utf8Buffer.sha256().digest(content));
    }

    public static ContentHash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int compareTo(ContentHash other) {
        int c = Long.compareUnsigned(first, other.first);
        c = c != 0 ? c : Long.compareUnsigned(second, other.second);
        c = c != 0 ? c : Long.compareUnsigned(third, other.third);
        return c != 0 ? c : Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}

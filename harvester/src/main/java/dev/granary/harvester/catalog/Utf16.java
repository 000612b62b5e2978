package dev.granary.harvester.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Text fetched as its bytes. The driver puts U+FFFD in the place of an unpaired surrogate, which nvarchar may hold; this keeps every UTF-16
 * code unit as it is.
 */
public record Utf16(String text) {

    static Utf16 of(byte[] littleEndian) {
        var units = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
        return new Utf16(units.toString());
    }

    /** The text as Java's decoder makes it of the bytes, which for half a pair may swallow the unit after it too. */
    String replaced() {
        var bytes = ByteBuffer.allocate(2 * text.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asCharBuffer().put(text);
        return StandardCharsets.UTF_16LE.decode(bytes).toString();
    }
}

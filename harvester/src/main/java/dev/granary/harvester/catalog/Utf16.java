package dev.granary.harvester.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Text fetched as its bytes. The driver puts U+FFFD in the place of an unpaired surrogate, which nvarchar may hold; this keeps every UTF-16
 * code unit as it is.
 */
public record Utf16(String text) {

    static Utf16 of(byte[] littleEndian) {
        var units = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
        return new Utf16(units.toString());
    }
}

package dev.granary.emulator.views;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Security ids, made from names so that they never change. */
final class Sids {

    private Sids() {}

    static byte[] of(String login) {
        if (login.equalsIgnoreCase("sa")) {
            return new byte[] {1};
        }
        var uuid = UUID.nameUUIDFromBytes(login.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return java.nio.ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}

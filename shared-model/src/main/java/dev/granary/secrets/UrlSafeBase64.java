package dev.granary.secrets;

import java.util.Base64;
import java.util.Optional;

/** URL-safe base64, read strictly: padding is required and no bit may be left over, so one value has one spelling. */
final class UrlSafeBase64 {
    private UrlSafeBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static Optional<byte[]> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    }
}

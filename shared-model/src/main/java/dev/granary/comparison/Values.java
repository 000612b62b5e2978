package dev.granary.comparison;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of a body as a change shows them. */
final class Values {

    private static final int LONGEST_SHOWN = 200;

    private Values() {}

    static @Nullable JsonNode of(@Nullable JsonNode object, String property) {
        return object == null ? null : object.get(property);
    }

    /** The property's text; empty where it is at its default. */
    static String text(@Nullable JsonNode object, String property) {
        var value = of(object, property);
        return value == null ? "" : plain(value);
    }

    static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    static @Nullable String shown(@Nullable JsonNode value) {
        return value == null ? null : shown(plain(value));
    }

    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : hash(text);
    }

    static String hash(String text) {
        if (text.startsWith("sha256:")) {
            return text;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

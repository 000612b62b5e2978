package dev.granary.query.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** An API key: {@code granary_} and 128 random bits in base 62. Its text leaves this class only through {@link #reveal}. */
public final class ApiKey {

    private static final Pattern FORM = Pattern.compile("granary_[0-9A-Za-z]{22}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(62);
    private static final int PREFIX = "granary_".length() + 4;

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    public static ApiKey generate() {
        var rest = new BigInteger(128, new SecureRandom());
        var digits = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            digits.append(DIGITS.charAt(rest.mod(BASE).intValue()));
            rest = rest.divide(BASE);
        }
        return new ApiKey("granary_" + digits.reverse());
    }

    /** Empty if the text does not have the form of a key. */
    public static Optional<ApiKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /** The key itself, to be handed to its owner. */
    public String reveal() {
        return text;
    }

    /** What tells keys apart in lists. */
    String prefix() {
        return text.substring(0, PREFIX);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return prefix() + "...";
    }
}

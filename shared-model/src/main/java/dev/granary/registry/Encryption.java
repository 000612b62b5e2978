package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The driver's {@code encrypt} setting: the login only, the whole connection, or TDS 8 inside TLS. */
public enum Encryption {
    OFF("false"),
    ON("true"),
    STRICT("strict");

    private final String text;

    Encryption(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** The setting of that spelling.
     *
     * @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static Encryption of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of false, true, strict"));
    }
}

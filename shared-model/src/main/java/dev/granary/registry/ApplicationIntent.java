package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What the connection says it is for, by which an availability group's listener routes it. */
public enum ApplicationIntent {
    READ_WRITE("ReadWrite"),
    READ_ONLY("ReadOnly");

    private final String text;

    ApplicationIntent(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** The intent of that spelling.
     *
     * @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static ApplicationIntent of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of ReadWrite, ReadOnly"));
    }
}

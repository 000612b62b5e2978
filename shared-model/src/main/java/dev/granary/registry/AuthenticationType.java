package dev.granary.registry;

import java.util.Arrays;

/** How a login proves who it is; the kinds that do not exist yet are refused by name in {@code servers.yml}. */
public enum AuthenticationType {
    SQL("sql");

    private final String text;

    AuthenticationType(String text) {
        this.text = text;
    }

    /** The word for it in {@code servers.yml} and in the store. */
    public String text() {
        return text;
    }

    static AuthenticationType of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown authentication type " + text));
    }
}

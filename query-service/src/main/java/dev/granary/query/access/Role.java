package dev.granary.query.access;

import java.util.Locale;

/** What a key is good for; each role includes those before it. */
enum Role {
    READER,
    QUERIER,
    OPERATOR,
    ADMIN;

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    static Role named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.granary.emulator.engine;

import org.jspecify.annotations.Nullable;

/** What a client says of itself when it logs in. The password appears in no text of this record. */
public record Login(
        String user, String password, @Nullable String database, String application, boolean readOnlyIntent) {

    @Override
    public String toString() {
        return "Login[user=%s, database=%s, application=%s]".formatted(user, database, application);
    }
}

package dev.granary.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enabled server as the store knows it, with the credential of one purpose decrypted. */
public record RegisteredServer(
        int id,
        String name,
        @Nullable String environment,
        List<String> tags,
        ServerSettings settings,
        Credential credential) {

    public RegisteredServer {
        tags = List.copyOf(tags);
    }
}

package dev.granary.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of {@code servers.yml}, valid, with its secrets resolved. */
public record ServerDefinition(
        String name,
        @Nullable String environment,
        List<String> tags,
        ServerSettings settings,
        Credential harvest,
        @Nullable Credential query) {

    public ServerDefinition {
        tags = List.copyOf(tags);
    }

    Optional<Credential> credential(CredentialPurpose purpose) {
        return switch (purpose) {
            case HARVEST -> Optional.of(harvest);
            case QUERY -> Optional.ofNullable(query);
        };
    }
}

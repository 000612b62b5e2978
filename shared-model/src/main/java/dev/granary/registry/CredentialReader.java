package dev.granary.registry;

import dev.granary.secrets.Secret;
import dev.granary.secrets.SecretReferences;
import dev.granary.secrets.UnresolvedSecretException;
import java.util.List;
import java.util.Optional;

/** Reads a credential and resolves its password. */
final class CredentialReader {
    /** Known, planned for, and refused by name until they exist. */
    private static final List<String> NOT_BUILT_YET = List.of("ntlm", "kerberos", "entra");

    private static final int LONGEST_USERNAME = 128;

    private final SecretReferences secrets;

    CredentialReader(SecretReferences secrets) {
        this.secrets = secrets;
    }

    Optional<Credential> read(Option option) {
        return Block.of(option, ServerOptions.CREDENTIAL_OPTIONS).flatMap(block -> {
            Optional<AuthenticationType> type =
                    block.required(ServerOptions.TYPE).flatMap(it -> it.parsed(CredentialReader::type));
            Optional<String> username =
                    block.required(ServerOptions.USERNAME).flatMap(it -> it.parsed(CredentialReader::username));
            Optional<Secret> password = block.required(ServerOptions.PASSWORD).flatMap(this::password);
            return type.isEmpty() || username.isEmpty() || password.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Credential(type.get(), username.get(), password.get()));
        });
    }

    private Optional<Secret> password(Option option) {
        return option.text().flatMap(reference -> {
            try {
                return Optional.of(secrets.resolve(reference));
            } catch (UnresolvedSecretException unresolved) {
                option.refuse(String.valueOf(unresolved.getMessage()));
                return Optional.empty();
            }
        });
    }

    private static AuthenticationType type(String text) {
        if (NOT_BUILT_YET.contains(text)) {
            throw new IllegalArgumentException(
                    "authentication type '" + text + "' is not built yet; the one there is is sql");
        }
        if (!text.equals(AuthenticationType.SQL.text())) {
            throw new IllegalArgumentException("unknown authentication type '" + text + "'; the one there is is sql");
        }
        return AuthenticationType.SQL;
    }

    private static String username(String text) {
        if (text.length() > LONGEST_USERNAME) {
            throw new IllegalArgumentException("is longer than " + LONGEST_USERNAME + " characters");
        }
        return text;
    }
}

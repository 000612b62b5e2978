package dev.granary.registry;

import java.util.List;

/** Stored credentials cannot be used with the keys given; the message names servers and purpose, never a secret. */
public final class CredentialException extends RuntimeException {
    private CredentialException(String message) {
        super(message);
    }

    public static CredentialException noKeyOpens(CredentialPurpose purpose, List<String> servers) {
        return new CredentialException("""
                No key in ENCRYPTION_KEY opens the %1$s credential of %2$s. Add the key it was registered under; if that \
                key is lost, delete the row from granary.%1$s_credential and register again""".formatted(purpose.text(), String.join(", ", servers)));
    }

    public static CredentialException missing(CredentialPurpose purpose, List<String> servers) {
        return new CredentialException("No %s credential is stored for %s: run register"
                .formatted(purpose.text(), String.join(", ", servers)));
    }
}

package dev.granary.registry;

/** What a credential is for; each process's PostgreSQL role can read only its own. */
public enum CredentialPurpose {
    HARVEST("harvest"),
    QUERY("query");

    private final String text;

    CredentialPurpose(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

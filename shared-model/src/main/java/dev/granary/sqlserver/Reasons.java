package dev.granary.sqlserver;

/** What to say about a failure of which only the kind is known. */
final class Reasons {
    private Reasons() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case UNSUPPORTED ->
                "the engine lacks something that is read here; nothing to do, what it would tell stays " + "unknown";
            case DENIED -> "the login may not read this; the server's administrator must grant it VIEW DEFINITION";
            case DATABASE_UNAVAILABLE ->
                "the database cannot be opened now; its administrator must make it available, "
                        + "or servers.yml exclude it";
            case LOGIN -> "the server refused the login; check the credential in servers.yml and the login's state";
            case TRANSIENT -> "the server asked for another try later; it is tried again";
            case LOST -> "the connection was lost; it is tried again";
            case TLS ->
                "no encrypted connection could be agreed on; check tls in servers.yml against the server's "
                        + "settings";
            case UNREACHABLE ->
                "no connection could be made; check host and port in servers.yml, and that the server " + "runs";
            case TIMEOUT ->
                "the server did not answer in time; raise statementTimeoutSeconds in servers.yml, or look "
                        + "at its load";
            case OTHER -> "the server answered with an error that is not known here; please report its number";
        };
    }
}

package dev.granary.registry;

/** How the connection is encrypted, and whether a certificate that nobody vouches for is accepted. */
public record Tls(Encryption encrypt, boolean trustServerCertificate) {
    public static final Tls DEFAULT = new Tls(Encryption.ON, false);
}

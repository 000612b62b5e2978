package dev.granary.secrets;

/** A reference leads to no secret; the message says why in words that fit behind an option's name. */
public final class UnresolvedSecretException extends RuntimeException {
    UnresolvedSecretException(String message) {
        super(message);
    }
}

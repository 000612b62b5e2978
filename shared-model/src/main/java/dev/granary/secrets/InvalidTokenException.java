package dev.granary.secrets;

/** A token is not Fernet, was tampered with, has expired, or belongs to another key: which of them is not told. */
public final class InvalidTokenException extends RuntimeException {
    InvalidTokenException() {
        super("The token is not valid under any of the keys given");
    }
}

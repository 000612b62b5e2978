package dev.granary.secrets;

/** A Fernet key is malformed; the message names its position in the list, never the key. */
public final class InvalidKeyException extends RuntimeException {
    InvalidKeyException(String message) {
        super(message);
    }
}

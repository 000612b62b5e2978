package dev.granary.emulator.tds;

import java.io.IOException;

/** The client sent bytes that are not TDS; the connection cannot go on. */
public final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super(message);
    }
}

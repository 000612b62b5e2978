package dev.granary.query;

import java.util.Optional;

/** A reason not to start that an administrator can mend; its message is one line without secrets. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    static Optional<StartRefused> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}

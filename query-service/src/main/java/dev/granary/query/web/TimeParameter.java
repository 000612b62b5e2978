package dev.granary.query.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A time among the parameters of a request. */
public final class TimeParameter {

    private TimeParameter() {}

    /** Null where it was not given. */
    public static @Nullable Instant read(String parameter, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER, "%s must be a time such as 2026-11-22T10:00:00Z".formatted(parameter));
        }
    }
}

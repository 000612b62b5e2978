package dev.granary.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A time among the parameters of a request. */
public final class TimeParameter {

    private TimeParameter() {}

    /** Null where it was not given. */
    public static @Nullable Instant read(String parameter, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "%s must be a time with its offset, such as 2026-11-22T10:00:00Z".formatted(parameter));
        }
    }
}

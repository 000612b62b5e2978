package dev.granary.query.lookup;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Query parameters that are times. */
final class TimeParameter {

    private TimeParameter() {}

    static @Nullable Instant read(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "%s must be a time with its offset, such as 2026-11-22T10:00:00Z".formatted(parameter));
        }
    }
}

package dev.granary.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import org.jspecify.annotations.Nullable;

/** A time among the parameters of a request. */
public final class TimeParameter {

    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private TimeParameter() {}

    /** Null where it was not given. Years of other than four digits are refused: the store does not hold all that Java does. */
    public static @Nullable Instant read(String parameter, @Nullable String text) {
        try {
            var time = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (time != null
                    && !YEARS.isValidIntValue(time.atOffset(ZoneOffset.UTC).getYear())) {
                throw refusal(parameter);
            }
            return time;
        } catch (DateTimeException _) {
            throw refusal(parameter);
        }
    }

    private static RefusedException refusal(String parameter) {
        return new RefusedException(
                Reason.INVALID_PARAMETER,
                "%s must be a time of the years 0001 to 9999 with its offset, such as 2026-11-22T10:00:00Z"
                        .formatted(parameter));
    }
}

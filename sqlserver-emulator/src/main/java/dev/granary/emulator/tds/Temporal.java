package dev.granary.emulator.tds;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates and times as TDS counts them. */
final class Temporal {

    private static final long DAYS_FROM_YEAR_1 = 719_162;
    private static final long DAYS_FROM_1900 = 25_567;
    private static final int TICKS_A_DAY = 300 * 86_400;
    private static final long[] NANOS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100
    };

    private Temporal() {}

    static int timeLength(int scale) {
        return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
    }

    static void putTime(PacketWriter out, LocalTime time, int scale) {
        out.littleEndian(time.toNanoOfDay() / NANOS[scale], timeLength(scale));
    }

    static void putDate(PacketWriter out, LocalDate date) {
        out.littleEndian(date.toEpochDay() + DAYS_FROM_YEAR_1, 3);
    }

    static void putDateTime2(PacketWriter out, LocalDateTime value, int scale) {
        putTime(out, value.toLocalTime(), scale);
        putDate(out, value.toLocalDate());
    }

    /** The time of day and the date are those in UTC; the offset follows. */
    static void putOffsetDateTime(PacketWriter out, OffsetDateTime value, int scale) {
        putDateTime2(out, value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), scale);
        out.u2(value.getOffset().getTotalSeconds() / 60);
    }

    /** Days since 1900 and three-hundredths of a second, rounded as SQL Server rounds. */
    static void putDateTime(PacketWriter out, LocalDateTime value) {
        long days = value.toLocalDate().toEpochDay() + DAYS_FROM_1900;
        int ticks = (int) ((value.toLocalTime().toNanoOfDay() * 3 + 5_000_000) / 10_000_000);
        boolean nextDay = ticks == TICKS_A_DAY;
        out.i4((int) (nextDay ? days + 1 : days));
        out.i4(nextDay ? 0 : ticks);
    }

    static LocalTime time(ByteReader in, int length, int scale) throws ProtocolException {
        return LocalTime.ofNanoOfDay(in.littleEndian(length) * NANOS[scale]);
    }

    static LocalDate date(ByteReader in) throws ProtocolException {
        return LocalDate.ofEpochDay(in.littleEndian(3) - DAYS_FROM_YEAR_1);
    }

    static LocalDateTime dateTime2(ByteReader in, int length, int scale) throws ProtocolException {
        LocalTime time = time(in, length - 3, scale);
        return LocalDateTime.of(date(in), time);
    }

    static OffsetDateTime offsetDateTime(ByteReader in, int length, int scale) throws ProtocolException {
        LocalDateTime utc = dateTime2(in, length - 2, scale);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((short) in.u2() * 60);
        return utc.atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
    }

    static LocalDateTime dateTime(ByteReader in) throws ProtocolException {
        LocalDate day = LocalDate.ofEpochDay(in.i4() - DAYS_FROM_1900);
        long millis = Math.round((in.i4() & 0xFFFF_FFFFL) * 10 / 3.0);
        return day.atStartOfDay().plusNanos(millis * 1_000_000);
    }

    static LocalDateTime smallDateTime(ByteReader in) throws ProtocolException {
        LocalDate day = LocalDate.ofEpochDay(in.u2() - DAYS_FROM_1900);
        return day.atStartOfDay().plusMinutes(in.u2());
    }
}

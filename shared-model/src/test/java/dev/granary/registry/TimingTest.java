package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Clocks jump from 02:00 to 03:00 (01:00 UTC) on 28 March 2027. */
    @Test
    void harvestsInTheNightInWhichItsHourDoesNotExist() {
        assertThat(times("0 0 2 * * ?", "2027-03-27T03:00:00Z", 2))
                .containsExactly("2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z");
        assertThat(times("0 30 2 * * ?", "2027-03-27T03:00:00Z", 2))
                .containsExactly("2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void harvestsOnceForAllTimesThatAClockJumpedOver() {
        assertThat(times("0 0/30 * * * ?", "2027-03-28T00:00:00Z", 3))
                .containsExactly("2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z", "2027-03-28T01:30:00Z");
    }

    /** Clocks fall back from 03:00 to 02:00 (01:00 UTC) on 25 October 2026. */
    @Test
    void harvestsOnceInTheNightThatHasItsHourTwice() {
        assertThat(times("0 30 2 * * ?", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void knowsNoClockChangesWhereItCountsIntervals() {
        assertThat(times("every 30m", "2026-10-25T00:15:00Z", 3))
                .containsExactly("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z");
    }

    @Test
    void comesNeverWhereItIsNotMeantTo() {
        assertThat(times("never", "2026-10-25T00:15:00Z", 1)).isEmpty();
    }

    @Test
    void keepsABlackoutByTheClockOnTheWall() {
        var office = Blackout.of("MON-FRI 08:00-18:00");

        assertThat(office.endAt(Instant.parse("2026-11-23T07:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(office.endAt(Instant.parse("2026-11-23T06:59:59Z"), BERLIN)).isEmpty();
        assertThat(office.endAt(Instant.parse("2026-11-23T17:00:00Z"), BERLIN)).isEmpty();
        assertThat(office.endAt(Instant.parse("2026-11-22T12:00:00Z"), BERLIN)).isEmpty();
        assertThat(office.endAt(Instant.parse("2026-07-01T06:30:00Z"), BERLIN))
                .contains(Instant.parse("2026-07-01T16:00:00Z"));
    }

    @Test
    void letsABlackoutLastOverMidnightAndOverTheWeekend() {
        var backup = Blackout.of("SAT-SUN 22:00-04:00");

        assertThat(backup.endAt(Instant.parse("2026-11-23T02:30:00Z"), BERLIN))
                .contains(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(backup.endAt(Instant.parse("2026-11-24T02:30:00Z"), BERLIN)).isEmpty();
        assertThat(Blackout.of("* 00:00-00:00").endAt(Instant.parse("2026-11-24T02:30:00Z"), BERLIN))
                .isPresent();
    }

    @Test
    void endsWithTheLastOfTheBlackoutsThatHold() {
        var schedule = new Schedule(
                Timing.NEVER,
                Timing.NEVER,
                Timing.NEVER,
                ZoneId.of("UTC"),
                Schedule.Misfire.ONCE,
                Schedule.Overlap.WAIT,
                List.of(Blackout.of("* 08:00-10:00"), Blackout.of("* 09:00-12:00")));

        assertThat(schedule.blackoutEnd(Instant.parse("2026-11-23T09:30:00Z")))
                .contains(Instant.parse("2026-11-23T12:00:00Z"));
    }

    private static List<String> times(String timing, String after, int count) {
        var times = new ArrayList<String>();
        var next = Timing.of(timing).next(Instant.parse(after), BERLIN);
        while (next.isPresent() && times.size() < count) {
            times.add(next.get().toString());
            next = Timing.of(timing).next(next.get(), BERLIN);
        }
        return times;
    }
}

package dev.granary.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The emulated servers' clock: it stands still while the scripts run, so that the same estate has the same dates at each start of the demo and
 * nothing looks rebuilt; then it goes.
 */
final class EstateClock extends Clock {

    private static final Instant BUILT_AT = Instant.parse("2026-01-05T08:00:00Z");

    private volatile boolean going;

    void go() {
        going = true;
    }

    @Override
    public Instant instant() {
        return going ? Instant.now() : BUILT_AT;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The emulated servers keep UTC");
    }
}

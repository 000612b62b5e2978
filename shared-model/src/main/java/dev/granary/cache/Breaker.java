package dev.granary.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers from waiting for a Redis that is down. Until it is first seen up, and again from a failure on, one caller per interval may
 * try; all others are told at once.
 */
final class Breaker {

    private static final long UP = Long.MIN_VALUE;

    private final long intervalNanos;
    private final LongSupplier nanos;
    private final AtomicLong nextTry;

    Breaker(Duration interval, LongSupplier nanos) {
        this.intervalNanos = interval.toNanos();
        this.nanos = nanos;
        this.nextTry = new AtomicLong(nanos.getAsLong());
    }

    boolean mayTry() {
        long next = nextTry.get();
        if (next == UP) {
            return true;
        }
        long now = nanos.getAsLong();
        return now - next >= 0 && nextTry.compareAndSet(next, now + intervalNanos);
    }

    void succeeded() {
        nextTry.set(UP);
    }

    void failed() {
        nextTry.set(nanos.getAsLong() + intervalNanos);
    }

    boolean up() {
        return nextTry.get() == UP;
    }
}

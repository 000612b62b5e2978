package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the connections of one session cost, and asks its toll before each statement. */
public final class SourceMeter {

    /** Asked before a statement is sent: it may wait, and what it throws keeps the statement from being sent. */
    public interface Toll {
        void beforeStatement();
    }

    private static final Toll FREE = () -> {};

    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong waitedNanos = new AtomicLong();
    private volatile Toll toll = FREE;

    /** The driver's own result behind one that counts its rows, for those who read many of them and {@link #countRows} themselves. */
    public static ResultSet raw(ResultSet results) {
        return results instanceof MeteredResults metered ? metered.raw() : results;
    }

    /** Adds rows that were read from the {@link #raw} result of a connection. */
    public static void countRows(Connection connection, long rows) {
        if (connection instanceof MeteredConnection metered) {
            metered.meter().rows.addAndGet(rows);
        }
    }

    public void toll(Toll asked) {
        toll = asked;
    }

    public void freeOfToll() {
        toll = FREE;
    }

    /** Everything so far. */
    public SourceCost cost() {
        return new SourceCost(
                connections.get(),
                roundTrips.get(),
                rows.get(),
                bytesIn.get(),
                bytesOut.get(),
                waitedNanos.get() / 1_000_000);
    }

    void connected(long roundTripsBefore) {
        connections.incrementAndGet();
        roundTrips.set(roundTripsBefore);
    }

    long roundTrips() {
        return roundTrips.get();
    }

    void row() {
        rows.incrementAndGet();
    }

    void beforeStatement() {
        toll.beforeStatement();
    }

    void sent(int bytes) {
        bytesOut.addAndGet(bytes);
    }

    /** @param turn whether something was sent since the last answer */
    void received(int bytes, long nanos, boolean turn) {
        waitedNanos.addAndGet(nanos);
        if (bytes > 0) {
            bytesIn.addAndGet(bytes);
            if (turn) {
                roundTrips.incrementAndGet();
            }
        }
    }
}

package dev.granary.harvester.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What workers of a run tell each other when there is nothing to lease for the moment, so that one of them asks the store and not each. */
final class Lulls {

    /** @param ends how many databases of the run this process had ended when the store was asked */
    private record Lull(long since, long ends) {}

    private final Map<Long, Lull> lulls = new ConcurrentHashMap<>();
    private final Map<Long, Long> ends = new ConcurrentHashMap<>();

    /** Whether a worker was told so within that time, and no database of the run has ended since it asked. */
    boolean isOn(long run, Duration glance) {
        var lull = lulls.get(run);
        return lull != null && lull.ends() == ends(run) && System.nanoTime() - lull.since() < glance.toNanos();
    }

    /** To be kept by whoever asks the store, for {@link #began}. */
    long ends(long run) {
        return ends.computeIfAbsent(run, first -> 0L);
    }

    void began(long run, long endsBefore) {
        lulls.put(run, new Lull(System.nanoTime(), endsBefore));
    }

    /** A database of a run has ended, which may leave another to be leased; runs of which nobody asks are not counted. */
    void ended(long run) {
        ends.computeIfPresent(run, (key, count) -> count + 1);
    }

    void forget(long run) {
        lulls.remove(run);
        ends.remove(run);
    }
}

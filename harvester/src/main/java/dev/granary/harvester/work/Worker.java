package dev.granary.harvester.work;

import dev.granary.harvester.source.Transience;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Harvests one leased database at a time and sees to its failures; any number of threads may call it. */
@Component
public class Worker {

    /** The code of failures whose reason says that the log has the details. */
    private static final String STORE = "store";

    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkTable work;
    private final DatabaseHarvest harvest;
    private final Seats seats;
    private final StopSignal stop;
    private final Lulls lulls = new Lulls();
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    Worker(WorkTable work, DatabaseHarvest harvest, Seats seats, StopSignal stop) {
        this.work = work;
        this.harvest = harvest;
        this.seats = seats;
        this.stop = stop;
    }

    /** What a call of {@link #next} met. */
    public enum Step {
        WORKED,
        /** All that is open is in other hands or rests. */
        WAIT,
        /** Nothing is open any more, or this process stops. */
        THROUGH
    }

    /**
     * Harvests the next database of a run, once this process has a seat free.
     *
     * @param glance for how long another's {@link Step#WAIT} goes for this caller too
     */
    public Step next(long run, String owner, Duration glance) throws InterruptedException {
        return seats.on(() -> !stop.isGiven() && lulls.isOn(run, glance) ? Step.WAIT : step(run, owner));
    }

    /** Harvests the next database of a run, or of any that is running; {@link Step#WAIT} where there is none now. */
    Step nextOf(@Nullable Long run, String owner) throws InterruptedException {
        return seats.on(() -> worked(run, owner) ? Step.WORKED : stop.isGiven() ? Step.THROUGH : Step.WAIT);
    }

    private Step step(long run, String owner) {
        long ends = lulls.ends(run);
        if (worked(run, owner)) {
            return Step.WORKED;
        }
        if (stop.isGiven() || !work.hasOpen(run)) {
            lulls.forget(run);
            return Step.THROUGH;
        }
        lulls.began(run, ends);
        return Step.WAIT;
    }

    private boolean worked(@Nullable Long run, String owner) {
        if (stop.isGiven()) {
            return false;
        }
        var lease = work.lease(run, owner);
        lease.ifPresent(this::harvest);
        return lease.isPresent();
    }

    /** Until a database of this process is through, which may free a server or be the last, and at most that long: others work too. */
    @SuppressWarnings("WaitNotInLoop") // who is woken for nothing looks for work and waits again
    public void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var _ = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }

    private void tellThoseWhoWait() {
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void harvest(Lease lease) {
        try (var _ = LeaseKeeper.of(work, lease)) {
            harvest.harvest(lease);
        } catch (HarvestFailure failure) {
            failed(lease, failure);
        } catch (RuntimeException bug) {
            LOG.error("A fault of Granary's own in {}/{}", lease.server(), lease.database(), bug);
            var reason = "A fault of Granary's own (%s): the log of the harvester has the details."
                    .formatted(bug.getClass().getSimpleName());
            failed(lease, new HarvestFailure(null, "internal", reason, bug));
        }
        lulls.ended(lease.runId());
        tellThoseWhoWait();
    }

    private void failed(Lease lease, HarvestFailure failure) {
        if (stop.isGiven()) {
            work.release(lease);
            return;
        }
        var reason = String.valueOf(failure.getMessage());
        if (Transience.isTransient(failure) && work.retryAfter(lease, rest(lease))) {
            LOG.info("{}/{} is tried again: {}", lease.server(), lease.database(), reason);
        } else if (failure.code().equals(Budget.CODE)) {
            work.leave(lease, failure.code(), reason);
            LOG.info("{}/{} is left: {}", lease.server(), lease.database(), reason);
        } else if (work.fail(lease, failure.section(), failure.code(), reason)) {
            if (failure.code().equals(STORE)) {
                LOG.warn("{}/{} failed in the store", lease.server(), lease.database(), failure);
            } else {
                LOG.warn("{}/{} failed: {}", lease.server(), lease.database(), reason);
            }
        } else {
            LOG.info(
                    "{}/{} is no longer leased under fence {}: {}",
                    lease.server(),
                    lease.database(),
                    lease.fence(),
                    reason);
        }
    }

    /** Twice as long each time, and up to three times that, so that what collided once does not again. */
    static Duration rest(Lease lease) {
        long least = SHORTEST_REST.toMillis() << Math.min(lease.fence() - 1, 6);
        return Duration.ofMillis(least + ThreadLocalRandom.current().nextLong(2 * least));
    }
}

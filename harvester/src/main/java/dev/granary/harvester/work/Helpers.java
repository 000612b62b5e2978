package dev.granary.harvester.work;

import dev.granary.harvester.runs.HarvestProperties;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Workers that this process lends to all running runs, as many as it may have, while there is something to lease. */
@Component
public class Helpers {

    private static final Logger LOG = LoggerFactory.getLogger(Helpers.class);

    private final Worker worker;
    private final WorkTable work;
    private final int most;
    private final Map<String, CompletableFuture<Void>> busy = new ConcurrentHashMap<>();
    private final AtomicInteger called = new AtomicInteger();

    Helpers(Worker worker, WorkTable work, HarvestProperties properties) {
        this.worker = worker;
        this.work = work;
        this.most = properties.workers();
    }

    /** Sees that there are helpers if anything is queued; false if there is nothing to do and nobody doing it. */
    public boolean call(String process) {
        if (!work.hasQueued()) {
            return !busy.isEmpty();
        }
        lend(null, process);
        return true;
    }

    /** Sees that there are helpers for a run whose servers are still being asked: those that answered first need not wait for the last. */
    public void call(long run, String process) {
        lend(run, process);
    }

    private void lend(@Nullable Long run, String process) {
        for (int missing = most - busy.size(); missing > 0; missing--) {
            var through = new CompletableFuture<Void>();
            var owner = process + "/helper-" + called.incrementAndGet();
            busy.put(owner, through);
            Thread.ofVirtual().name(owner).start(() -> help(run, owner, through));
        }
    }

    /** Completes when those who work now have gone. */
    public CompletableFuture<Void> through() {
        return CompletableFuture.allOf(busy.values().toArray(CompletableFuture[]::new));
    }

    /** Until nothing is left that can be leased now; whoever calls next finds out whether there is again. */
    private void help(@Nullable Long run, String owner, CompletableFuture<Void> through) {
        try {
            var met = Worker.Step.WORKED;
            while (met == Worker.Step.WORKED) {
                met = worker.nextOf(run, owner);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The store is away; what was in hand comes back by itself", away);
        } finally {
            busy.remove(owner);
            through.complete(null);
        }
    }
}

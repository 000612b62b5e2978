package dev.granary.harvester.schedule;

import dev.granary.harvester.measures.Measuring;
import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.HarvestBroken;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Measures servers on threads of its own, so that a long one keeps nothing else from coming due; a server once at a time. */
@Component
class ScheduledMeasuring implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledMeasuring.class);

    private final Measuring measuring;
    private final ConcurrentHashMap<String, Thread> measured = new ConcurrentHashMap<>();
    private final ThreadFactory threads = Thread.ofVirtual()
            .name("measure-", 0)
            .uncaughtExceptionHandler((thread, broken) -> LOG.error("A measuring broke off", broken))
            .factory();

    ScheduledMeasuring(Measuring measuring) {
        this.measuring = measuring;
    }

    /** Returns at once. */
    void start(String server) {
        var thread = threads.newThread(() -> measureAndForget(server));
        if (measured.putIfAbsent(server, thread) == null) {
            thread.start();
        } else {
            LOG.warn("What is scheduled (measures) for {} is skipped: it is still being measured", server);
        }
    }

    private void measureAndForget(String server) {
        try {
            measure(server);
        } catch (InterruptedException | HarvestBroken stopped) {
            LOG.info("The measuring of {} ends where it is: the process stops", server);
        } finally {
            measured.remove(server);
        }
    }

    /** As an incremental harvest does, it wakes no database for its sizes. */
    private void measure(String server) throws InterruptedException {
        var answer = measuring
                .measure(HarvestRequest.scheduled(server, HarvestMode.INCREMENTAL))
                .answer();
        LOG.info("{} is measured: {}", server, answer.databases());
        for (var finding : answer.findings()) {
            LOG.warn(
                    "{}/{} is {} ({}): {}",
                    finding.server(),
                    finding.database(),
                    finding.status(),
                    finding.code(),
                    finding.reason());
        }
    }

    /** What was measured until then is written. */
    @Override
    public void destroy() {
        Set.copyOf(measured.values()).forEach(Thread::interrupt);
    }
}

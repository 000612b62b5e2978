package dev.granary.harvester.runs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Renews a run's heartbeat from a virtual thread until closed. */
public final class RunHeartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunHeartbeat.class);

    private final Thread thread;

    private RunHeartbeat(Thread thread) {
        this.thread = thread;
    }

    public static RunHeartbeat of(RunTable runs, long run, String process, Duration beat) {
        return new RunHeartbeat(
                Thread.ofVirtual().name("heartbeat-" + run).start(() -> beat(runs, run, process, beat)));
    }

    private static void beat(RunTable runs, long run, String process, Duration beat) {
        try {
            boolean ours = true;
            while (ours) {
                Thread.sleep(beat);
                ours = renewed(runs, run, process);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that is away for a moment does not end a run: only a heartbeat that stays away does. */
    private static boolean renewed(RunTable runs, long run, String process) {
        try {
            return runs.beat(run, process);
        } catch (DataAccessException away) {
            LOG.warn("The heartbeat of run {} could not be renewed and is tried again", run, away);
            return true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

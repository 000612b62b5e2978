package dev.granary.emulator.session;

import dev.granary.emulator.engine.EngineSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the thread that reads a connection tells the one that works for it to stop: an attention, or the client's going. */
final class Interruption {

    private volatile boolean requested;
    private boolean gone;
    private @Nullable EngineSession running;

    boolean requested() {
        return requested;
    }

    synchronized void request() {
        requested = true;
        if (running != null) {
            running.cancel();
        }
        notifyAll();
    }

    synchronized void clientGone() {
        gone = true;
        request();
    }

    /** The attention has been answered. */
    synchronized void clear() {
        requested = gone;
    }

    synchronized void begin(EngineSession session) {
        running = session;
    }

    synchronized void end() {
        running = null;
    }

    /** Waits so long, or until asked to stop. */
    synchronized void await(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toMillis(); left > 0 && !requested; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    synchronized void awaitClientGone() throws InterruptedException {
        while (!gone) {
            wait();
        }
    }
}

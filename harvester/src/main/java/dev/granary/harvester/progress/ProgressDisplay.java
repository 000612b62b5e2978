package dev.granary.harvester.progress;

import dev.granary.harvester.work.WorkProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Shows a run's progress every few seconds until closed: one line that is redrawn on a terminal, plain lines elsewhere. */
public final class ProgressDisplay implements AutoCloseable {

    private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);

    private final Supplier<WorkProgress> progress;
    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final Thread thread;
    private String last = "";

    private ProgressDisplay(Supplier<WorkProgress> progress, PrintWriter out, boolean terminal) {
        this.progress = progress;
        this.out = out;
        this.terminal = terminal;
        this.thread = Thread.ofVirtual().name("progress").unstarted(this::showUntilClosed);
    }

    public static ProgressDisplay start(Supplier<WorkProgress> progress, PrintWriter out, boolean terminal) {
        var display = new ProgressDisplay(progress, out, terminal);
        display.thread.start();
        return display;
    }

    private void showUntilClosed() {
        try {
            while (true) {
                Thread.sleep(terminal ? ON_A_TERMINAL : ELSEWHERE);
                show();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be asked just now is not shown just now; the harvest itself tells if the store is gone. */
    private void show() {
        try {
            var line = line(progress.get(), Duration.ofNanos(System.nanoTime() - start));
            if (terminal) {
                out.print(CLEAR_LINE + line);
            } else if (!line.equals(last)) {
                out.println(line);
            }
            last = line;
            out.flush();
        } catch (DataAccessException away) {
            LOG.debug("No progress can be shown", away);
        }
    }

    /** A run's progress in one line. */
    static String line(WorkProgress progress, Duration elapsed) {
        if (progress.databases() == 0) {
            return "asking the servers";
        }
        double perSecond = progress.objects() / Math.max(elapsed.toMillis() / 1000.0, 0.001);
        var failed = progress.failed() == 0 ? "" : ", %d failed".formatted(progress.failed());
        return String.format(
                Locale.ROOT,
                "%d of %d databases%s, %d objects, %d columns, %.0f objects/s",
                progress.done(),
                progress.databases(),
                failed,
                progress.objects(),
                progress.columns(),
                perSecond);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}

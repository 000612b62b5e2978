package dev.granary.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process that started it, as after SIGKILL: found by its pid file and stopped, so that its data can be used again. */
final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final int PATIENCE_SECONDS = 10;

    private LeftOver() {}

    /**
     * Stops the process that the first line of the pid file names, if it still runs and still is that program: pids are used again.
     *
     * @param program what its command line must contain
     */
    static void stop(Path pidFile, String program) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var process = process(pidFile).filter(p -> commandLine(p).contains(program));
        if (process.isPresent()) {
            LOG.info("Stopping the {} that a killed process left behind", program);
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().or(() -> process.info().command()).orElse("");
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new IOException("Process %d does not end; end it and start again".formatted(process.pid()));
            }
        }
    }

    private static boolean ended(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for process " + process.pid(), e);
        }
    }
}

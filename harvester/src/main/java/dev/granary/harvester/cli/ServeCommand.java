package dev.granary.harvester.cli;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

/** Stays, harvests by the schedule, and answers for its health. */
@Command(
        name = "serve",
        description = "Stays and harvests every server by its schedule; health and metrics on port 8081.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, SQLException {
        var closed = new CountDownLatch(1);
        try (var context = HarvesterContext.serving(surroundings)) {
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    closed.countDown();
                }
            });
            closed.await();
        }
        return ExitCode.DONE;
    }
}

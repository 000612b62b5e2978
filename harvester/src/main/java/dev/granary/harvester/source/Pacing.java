package dev.granary.harvester.source;

import dev.granary.harvester.sql.SqlFile;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceMeter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spaces the statements that all processes send to a server, where the registry limits them. */
@Component
class Pacing {

    private static final String PACE = SqlFile.read(Pacing.class, "pace");
    private static final Duration SLICE = Duration.ofMillis(250);

    private final JdbcClient store;

    Pacing(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** What a statement for that server has to wait for, unless the process stops meanwhile. */
    SourceMeter.Toll of(RegisteredServer server, BooleanSupplier stopped) {
        var perMinute = server.settings().limits().statementsPerMinute();
        return perMinute == null ? () -> {} : () -> await(reserve(server.id(), 60.0 / perMinute), stopped);
    }

    /** How long to wait before the next statement; that moment is the caller's alone. */
    private Duration reserve(int server, double gapSeconds) {
        double seconds = store.sql(PACE)
                .param("server", server)
                .param("gap", gapSeconds)
                .query(Double.class)
                .single();
        return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
    }

    private static void await(Duration wait, BooleanSupplier stopped) {
        long end = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (stopped.getAsBoolean()) {
                    throw new HarvestBroken("stopped", "The process stops.");
                }
                Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new HarvestBroken("stopped", "The process stops.");
        }
    }
}

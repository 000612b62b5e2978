package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void answersEveryRequestLaterAndTheSame() throws SQLException {
        var latency = Duration.ofMillis(30);
        try (var engine = dev.granary.emulator.EmulatedServer.create("EMU", "Corn-2026!");
                var wire = EmulatorServer.builder(engine).latency(latency).start();
                var connection = DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=15".formatted(wire.port()),
                        "sa",
                        "Corn-2026!");
                var statement = connection.createStatement()) {
            long start = System.nanoTime();
            for (int i = 1; i <= 3; i++) {
                try (var rows = statement.executeQuery("SELECT " + i)) {
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(i);
                }
            }
            // Never sooner; how much later is the machine's affair.
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(3 * latency.toNanos() - 6_000_000);
        }
    }
}

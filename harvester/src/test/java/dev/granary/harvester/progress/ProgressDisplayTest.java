package dev.granary.harvester.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.work.WorkProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void tellsHowManyDatabasesAreDoneAndWhatWasFoundInThem() {
        assertThat(ProgressDisplay.line(new WorkProgress(27, 12, 1, 3400, 21000), Duration.ofSeconds(10)))
                .isEqualTo("12 of 27 databases, 1 failed, 3400 objects, 21000 columns, 340 objects/s");
    }

    @Test
    void saysThatTheServersAreAskedWhileThereIsNoWorkYet() {
        assertThat(ProgressDisplay.line(new WorkProgress(0, 0, 0, 0, 0), Duration.ZERO))
                .isEqualTo("asking the servers");
    }

    @Test
    void redrawsOneLineOnATerminalAndClearsItAtTheEnd() {
        var screen = new StringWriter();

        try (var _ = ProgressDisplay.start(() -> new WorkProgress(2, 1, 0, 5, 9), new PrintWriter(screen), true)) {
            await().until(() -> screen.toString().contains("1 of 2 databases"));
        }

        assertThat(screen.toString())
                .startsWith("\r\u001b[2K")
                .endsWith("\r\u001b[2K")
                .doesNotContain("\n");
    }
}

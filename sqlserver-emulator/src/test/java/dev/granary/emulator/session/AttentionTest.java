package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private final Served served = new Served();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch running = new CountDownLatch(1);

    @BeforeEach
    void teach() {
        served.engine
                .answer("endless", (parameters, results) -> {
                    results.columns(List.of(Rows.column("n", SqlType.INT)));
                    while (true) {
                        results.row(new Object[] {(int) sent.getAndIncrement()});
                    }
                })
                .answer("long", (parameters, results) -> {
                    running.countDown();
                    served.engine.cancelled.await();
                    throw SqlServerError.cancelled();
                })
                .answer("endless @P0", (parameters, results) -> Rows.numbers(results, Integer.MAX_VALUE));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void stopsAResultThatIsClosedEarly() throws Exception {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("endless");
            for (int i = 0; i < 1000; i++) {
                assertThat(rows.next()).isTrue();
            }
            statement.cancel();
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            // Rows that were on their way come first.
                        }
                    })
                    .hasMessageContaining("cancel");
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(served.server.counters().now().attentions()).isOne();
        assertThat(served.server.counters().now().rows()).isEqualTo(sent.get() - 1);
    }

    @Test
    void stopsACallThatIsClosedEarly() throws Exception {
        try (Connection connection = served.connect();
                PreparedStatement statement = connection.prepareStatement("endless ?")) {
            statement.setInt(1, 1);
            ResultSet rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            statement.cancel();
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            // Rows that were on their way come first.
                        }
                    })
                    .hasMessageContaining("cancel");
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void stopsAStatementThatHasNotAnswered() throws Exception {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            Thread canceller = Thread.ofVirtual().start(() -> {
                try {
                    running.await();
                    statement.cancel();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> statement.execute("long")).hasMessageContaining("cancel");
            canceller.join();
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void honoursAQueryTimeout() throws Exception {
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("long")).isInstanceOf(SQLTimeoutException.class);
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void endsADelayWhenAsked() throws Exception {
        served.server
                .faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, new Delay(Duration.ofHours(1)))
                        .onText("slow"));
        served.engine.answer("slow", (parameters, results) -> results.done(StatementKind.OTHER, -1));
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("slow")).isInstanceOf(SQLTimeoutException.class);
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void tellsTheEngineWhenTheClientGoes() throws Exception {
        Connection connection = served.connect();
        Thread.ofVirtual().start(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("long");
            } catch (java.sql.SQLException expected) {
                // The connection is pulled from under it.
            }
        });
        running.await();
        connection.abort(Runnable::run);
        served.engine.cancelled.await();
    }

    @Test
    void streamsAMillionRowsWithoutKeepingThem() throws Exception {
        served.engine.answer("million", (parameters, results) -> Rows.numbers(results, 1_000_000));
        try (Connection connection = served.connect("responseBuffering=adaptive")) {
            assertThat(Rows.sum(connection, "million")).isEqualTo(499_999_500_000L);
        }
        assertThat(served.server.counters().now().rows()).isEqualTo(1_000_000);
    }
}

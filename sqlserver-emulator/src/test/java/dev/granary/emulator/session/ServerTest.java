package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import dev.granary.emulator.engine.StatementKind;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void givesAPooledConnectionBackItsLoginsDatabase() throws Exception {
        SQLServerConnectionPoolDataSource source = new SQLServerConnectionPoolDataSource();
        source.setURL("jdbc:sqlserver://127.0.0.1:" + served.server.port() + ";encrypt=false;databaseName=shop");
        source.setUser("sa");
        source.setPassword(FakeEngine.PASSWORD);
        served.engine.answer("work", (parameters, results) -> results.done(StatementKind.OTHER, -1));
        PooledConnection pooled = source.getPooledConnection();
        try (Connection first = pooled.getConnection()) {
            first.setCatalog("other");
        }
        try (Connection second = pooled.getConnection();
                Statement statement = second.createStatement()) {
            statement.execute("work");
            assertThat(second.getCatalog()).isEqualTo("shop");
        } finally {
            pooled.close();
        }
        assertThat(served.engine.logins).hasSize(1);
    }

    @Test
    void tellsItsCountersToAnotherProcess() throws Exception {
        served.engine.answer("three", (parameters, results) -> Rows.numbers(results, 3));
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            WireCounters.Counts before = served.server.counters().now();
            Rows.sum(connection, "three");
            connection.setCatalog("other");
            assertThat(served.server.counters().now().since(before).roundTrips())
                    .isEqualTo(2);
            try (ResultSet row = statement.executeQuery("exec emulator_counters")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("logins")).isOne();
                assertThat(row.getLong("batches"))
                        .isEqualTo(served.server.counters().now().batches());
                assertThat(row.getLong("rows")).isEqualTo(3);
                assertThat(row.getLong("bytes")).isPositive();
            }
        }
    }

    @Test
    void tellsHowManyConnectionsItAnsweredAtOnceAtMost() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        served.engine.answer("meet", (parameters, results) -> {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
            results.done(StatementKind.OTHER, -1);
        });
        try (Connection first = served.connect();
                Connection second = served.connect();
                Connection idle = served.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(idle.isValid(10)).isTrue();
            assertThat(served.server.counters().mostAtOnce()).isOne();
            Future<Boolean> other = threads.submit(() -> first.createStatement().execute("meet"));
            second.createStatement().execute("meet");
            other.get();
        }
        assertThat(served.server.counters().mostAtOnce()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "adaptive"})
    void servesEitherWayOfBufferingResponses(String buffering) throws Exception {
        served.engine.answer("numbers", (parameters, results) -> Rows.numbers(results, 30_000));
        try (Connection connection = served.connect("responseBuffering=" + buffering);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("numbers")) {
                rows.next();
            }
            assertThat(Rows.sum(connection, "numbers")).isEqualTo(30_000L * 29_999 / 2);
        }
    }

    @Test
    void endsOpenConnectionsWhenItCloses() throws Exception {
        try (Connection connection = served.connect("connectRetryCount=0")) {
            served.server.close();
            assertThatThrownBy(() -> Rows.sum(connection, "numbers")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", served.server.port()).close())
                .isInstanceOf(SocketException.class);
    }

    @Test
    void refusesAPortThatIsTaken() {
        EmulatorServer.Builder second = EmulatorServer.builder(served.engine).port(served.server.port());
        assertThatThrownBy(second::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + served.server.port());
    }

    @Test
    void hangsUpOnWhatIsNoTds() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", served.server.port());
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}

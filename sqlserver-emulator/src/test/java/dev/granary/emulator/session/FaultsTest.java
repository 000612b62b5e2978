package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultAction.Drop;
import dev.granary.emulator.faults.FaultAction.Fail;
import dev.granary.emulator.faults.FaultAction.Silence;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.faults.Faults.Armed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private final Served served = new Served();
    private final Faults faults = served.server.faults();

    @BeforeEach
    void teach() {
        served.engine
                .answer("SELECT n FROM t", (parameters, results) -> Rows.numbers(results, 100_000))
                .answer("SELECT n FROM\n other", (parameters, results) -> Rows.numbers(results, 10));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void refusesALogin() throws Exception {
        Fail refusal = new Fail(18456, 14, 1, "Login failed.");
        faults.add(FaultRule.at(FaultPoint.LOGIN, refusal)
                .forLogin("SA")
                .inDatabase("closed")
                .times(1));
        served.connect("databaseName=open").close();
        assertThatThrownBy(() -> served.connect("databaseName=closed"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(18456));
        served.connect("databaseName=closed").close();
    }

    @ParameterizedTest
    @EnumSource(FaultPoint.class)
    void dropsTheConnection(FaultPoint point) throws Exception {
        Armed drop = faults.add(FaultRule.at(point, new Drop()).times(1));
        assertThatThrownBy(() -> {
                    try (Connection connection = served.connect("connectRetryCount=0")) {
                        Rows.sum(connection, "SELECT n FROM t");
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(drop.struck()).isOne();
        try (Connection connection = served.connect()) {
            assertThat(Rows.sum(connection, "SELECT n FROM\n other")).isEqualTo(45);
        }
    }

    @Test
    void dropsTheConnectionInTheMiddleOfAResult() throws Exception {
        faults.add(
                FaultRule.at(FaultPoint.STATEMENT, new Drop()).onText("from t").afterRows(50_000));
        try (Connection connection = served.connect("connectRetryCount=0");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n FROM t")) {
            int[] read = {0};
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            read[0]++;
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertThat(read[0]).isBetween(1, 50_000);
        }
    }

    @Test
    void raisesAnErrorAfterExactlySoManyRows() throws Exception {
        Fail deadlock = new Fail(1205, 13, 51, "Deadlock victim.");
        faults.add(FaultRule.at(FaultPoint.STATEMENT, deadlock)
                .onText("select.*from.+other")
                .inDatabase("MASTER")
                .afterRows(10)
                .times(2));
        try (Connection connection = served.connect()) {
            for (int i = 0; i < 2; i++) {
                int[] read = {0};
                assertThatThrownBy(() -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet rows = statement.executeQuery("SELECT n FROM\n other")) {
                                while (rows.next()) {
                                    read[0]++;
                                }
                            }
                        })
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getErrorCode()).isEqualTo(1205));
                assertThat(read[0]).isEqualTo(10);
            }
            assertThat(Rows.sum(connection, "SELECT n FROM\n other")).isEqualTo(45);
        }
    }

    @Test
    void raisesAnErrorInsteadOfRunning() throws Exception {
        faults.add(FaultRule.at(FaultPoint.STATEMENT, new Fail(1222, 16, 45, "Lock request time out.")));
        try (Connection connection = served.connect("databaseName=a")) {
            assertThatThrownBy(() -> Rows.sum(connection, "SELECT n FROM t")).hasMessageContaining("Lock request");
        }
        assertThat(served.engine.executed).doesNotContain("SELECT n FROM t");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultPoint.class,
            names = {"CONNECT", "LOGIN"})
    void leavesAClientToItsLoginTimeout(FaultPoint point) {
        Armed silence = faults.add(FaultRule.at(point, new Silence()));
        assertThatThrownBy(() -> served.connect("loginTimeout=1", "connectRetryCount=0"))
                .isInstanceOf(SQLException.class);
        assertThat(silence.struck()).isPositive();
        assertThat(served.engine.logins).isEmpty();
    }

    @Test
    void leavesAClientToItsSocketTimeout() throws Exception {
        faults.add(FaultRule.at(FaultPoint.STATEMENT, new Silence()).afterRows(5));
        try (Connection connection = served.connect("socketTimeout=500", "connectRetryCount=0")) {
            assertThatThrownBy(() -> Rows.sum(connection, "SELECT n FROM t")).hasMessageContaining("timed out");
        }
    }

    @Test
    void delaysAndThenGoesOn() throws Exception {
        faults.add(FaultRule.at(FaultPoint.LOGIN, new Delay(Duration.ofMillis(20))));
        faults.add(FaultRule.at(FaultPoint.STATEMENT, new Delay(Duration.ofMillis(20)))
                .afterRows(3));
        try (Connection connection = served.connect()) {
            assertThat(Rows.sum(connection, "SELECT n FROM\n other")).isEqualTo(45);
        }
    }
}

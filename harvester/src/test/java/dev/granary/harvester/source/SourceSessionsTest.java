package dev.granary.harvester.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.ListingServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.registry.AuthenticationType;
import dev.granary.registry.Credential;
import dev.granary.registry.Encryption;
import dev.granary.registry.Limits;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.RegisteredServers;
import dev.granary.registry.ServerSettings;
import dev.granary.registry.Tls;
import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import dev.granary.sqlserver.SqlServerConnections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceSessionsTest {

    private final ListingServer server = new ListingServer().online("Orders", 5);
    private final RegisteredServer erp = new RegisteredServer(
            1,
            "erp",
            null,
            List.of(),
            ServerSettings.at("127.0.0.1", server.port())
                    .withTls(new Tls(Encryption.OFF, false))
                    .withLimits(new Limits(2, 5, 30)),
            new Credential(AuthenticationType.SQL, "sa", Secret.of(TestProgram.CANARY)));
    private final SourceSessions sessions = new SourceSessions(new HarvestServers(
            new RegisteredServers(TestStore.shared().dataSource(), KeyRing.parse(KeyRing.newKey()))));

    @AfterEach
    void closeAll() {
        sessions.close();
        server.close();
    }

    @Test
    void keepsAConnectionForTheNextDatabase() throws SQLException {
        try (var session = sessions.borrow(erp)) {
            assertThat(session.use("Orders").getCatalog()).isEqualTo("Orders");
            assertThat(session.capabilities().supportsUse()).isTrue();
        }
        try (var session = sessions.borrow(erp)) {
            assertThat(session.connection().getCatalog()).isEqualTo("Orders");
        }

        assertThat(server.connects()).isEqualTo(1);
    }

    @Test
    void closesAConnectionThatNobodyTakesAgain() throws SQLException {
        var session = sessions.borrow(erp);
        var connection = session.connection();

        session.close();

        await().until(connection::isClosed);
    }

    @Test
    void keepsNoMoreConnectionsThanAreTakenAgain() throws SQLException {
        var gate = new ServerGate(erp, new SqlServerConnections(), () -> {});
        var first = gate.enter().borrow();
        var second = gate.enter().borrow();
        var spare = first.connection();
        var taken = second.connection();
        first.close();
        second.close();

        try (var again = gate.enter().borrow()) {
            assertThat(again.connection()).as("the one that was used last").isSameAs(taken);
            gate.closeIdle(Duration.ZERO);
        }

        assertThat(spare.isClosed()).isTrue();
        assertThat(taken.isClosed()).isFalse();
        gate.closeAll();
    }

    @Test
    void throwsABrokenConnectionAway() throws SQLException {
        try (var session = sessions.borrow(erp)) {
            session.broken();
        }
        try (var session = sessions.borrow(erp)) {
            session.connection().setAutoCommit(false);
        }
        sessions.borrow(erp).close();

        assertThat(server.connects()).isEqualTo(3);
    }

    @Test
    void lendsNoMoreThanTheRegistryAllows() throws SQLException {
        var first = sessions.borrow(erp);
        var second = sessions.borrow(erp);
        var third = CompletableFuture.supplyAsync(this::borrowed);
        await().during(Duration.ofMillis(200)).until(() -> !third.isDone());

        first.close();

        third.join().close();
        second.close();
        assertThat(server.connects()).isEqualTo(2);
    }

    @Test
    void isNotUnusedFromTheMomentThatSomebodyEntersToBorrow() throws SQLException {
        var gate = new ServerGate(erp, new SqlServerConnections(), () -> {});
        assertThat(gate.isUnused()).isTrue();

        gate.enter();
        assertThat(gate.isUnused()).as("before it is borrowed from").isFalse();
        gate.borrow().close();
        gate.closeIdle();

        assertThat(gate.isUnused()).isTrue();
    }

    @Test
    void holdsNoSeatForWhoCouldNotConnect() {
        server.close();

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> sessions.borrow(erp)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void cutsWhatIsLentWhenTheProcessStops() throws SQLException {
        var session = sessions.borrow(erp);

        sessions.close();

        assertThat(session.connection().isClosed()).isTrue();
        session.close();
    }

    private BorrowedSession borrowed() {
        try {
            return sessions.borrow(erp);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

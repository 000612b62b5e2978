package dev.granary.harvester.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.registry.RegisteredServers;
import dev.granary.secrets.KeyRing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    @Test
    void writesDownWhoAnswersAndWhoDoesNot() throws Exception {
        var program = new TestProgram(store, folder);
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var wire = EmulatorServer.builder(engine).start()) {
            program.servers("servers:\n" + TestProgram.server("erp", wire.port())
                            + TestProgram.server("shop", TestProgram.closedPort()))
                    .run("register");
            var keys = KeyRing.parse(program.value("ENCRYPTION_KEY"));
            var check = new HealthCheck(
                    new HarvestServers(new RegisteredServers(store.dataSource(), keys)),
                    new HealthTable(store.dataSource()));

            check.lookAtAll();
            check.lookAtAll();

            assertThat(look("erp"))
                    .containsEntry("status", "reachable")
                    .containsEntry("failures", 0)
                    .containsEntry("reason", null)
                    .hasEntrySatisfying(
                            "latency_ms",
                            latency -> assertThat((Double) latency).isPositive())
                    .hasEntrySatisfying(
                            "version", version -> assertThat(version).asString().matches("[0-9]+\\.[0-9.]+"));
            assertThat(look("shop"))
                    .containsEntry("status", "unreachable")
                    .containsEntry("failures", 2)
                    .containsEntry("success_at", null)
                    .hasEntrySatisfying(
                            "reason", reason -> assertThat(reason).asString().contains("nothing listens there"));
        }
    }

    @Test
    void remembersWhenAServerLastAnswered() throws Exception {
        var program = new TestProgram(store, folder);
        var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
        var wire = EmulatorServer.builder(engine).start();
        program.servers("servers:\n" + TestProgram.server("erp", wire.port())).run("register");
        var keys = KeyRing.parse(program.value("ENCRYPTION_KEY"));
        var check = new HealthCheck(
                new HarvestServers(new RegisteredServers(store.dataSource(), keys)),
                new HealthTable(store.dataSource()));
        check.lookAtAll();
        var answered = look("erp");

        wire.close();
        engine.close();
        check.lookAtAll();

        assertThat(look("erp"))
                .containsEntry("status", "unreachable")
                .containsEntry("success_at", answered.get("success_at"))
                .containsEntry("version", answered.get("version"))
                .containsEntry("latency_ms", null);
    }

    /** The statement timeout is longer than this test may take. */
    @Test
    @Timeout(120)
    void waitsForAServerThatTakesTheLoginAndSaysNoMoreAsLongAsForALogin() throws Exception {
        var program = new TestProgram(store, folder);
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var wire = EmulatorServer.builder(engine).start()) {
            var silence = wire.faults()
                    .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Silence())
                            .onText("^SELECT 1"));
            program.servers("servers:\n"
                            + TestProgram.server("erp", wire.port())
                                    .replace("statementTimeoutSeconds: 30", "statementTimeoutSeconds: 3600"))
                    .run("register");
            var keys = KeyRing.parse(program.value("ENCRYPTION_KEY"));

            new HealthCheck(
                            new HarvestServers(new RegisteredServers(store.dataSource(), keys)),
                            new HealthTable(store.dataSource()))
                    .lookAtAll();

            assertThat(silence.struck()).isEqualTo(1);
            assertThat(look("erp")).containsEntry("status", "unreachable").containsEntry("failures", 1);
        }
    }

    private Map<String, Object> look(String server) {
        var rows = store.owner()
                .sql(
                        "SELECT h.* FROM granary.server_health AS h JOIN granary.server AS s ON s.id = h.server_id WHERE s.name = ?")
                .params(List.of(server))
                .query()
                .listOfRows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}

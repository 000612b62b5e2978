package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at emulated servers, by a login with little rights. */
class DoctorOnEnginesTest {

    private static final String SCRIPT = """
            CREATE DATABASE erp
            GO
            CREATE DATABASE [pay roll]
            GO
            CREATE LOGIN [harvest'er] WITH PASSWORD = '%s'
            GO
            GRANT VIEW ANY DATABASE TO [harvest'er]
            GO
            USE erp
            GO
            CREATE USER [harvest'er] FOR LOGIN [harvest'er]
            GO
            CREATE TABLE t (id int)
            """.formatted(TestProgram.CANARY);

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    @Test
    void printsTheLeastGrantsForADatabaseAndOneFindingForOneThatCannotBeEntered() throws IOException {
        try (var engine = EmulatedServer.create(ServerOptions.named("ERP", TestProgram.CANARY));
                var server = EmulatorServer.builder(engine).start()) {
            engine.run(SCRIPT);
            var program = program(server);

            var ended = program.run("doctor");

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.out())
                    .contains("erp incomplete: 1 databases")
                    .contains("USE [erp]; GRANT VIEW DEFINITION TO [harvest'er];")
                    .contains("pay roll (denied)")
                    .contains("USE [pay roll]; CREATE USER [harvest'er] FOR LOGIN [harvest'er];")
                    .doesNotContain(TestProgram.CANARY);

            server.faults()
                    .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Fail(976, 14, 1, "No."))
                            .onText("USE \\[erp\\]"));
            var json = program.run("doctor", "--json").json();

            assertThat(json.at("/servers/0/verdict").asString()).isEqualTo("incomplete");
            assertThat(json.at("/servers/0/missing").toString()).contains("\"976\"", "pay roll");
        }
    }

    @Test
    void isContentOnceItsGrantsWereGiven() throws IOException {
        try (var engine = EmulatedServer.create(ServerOptions.named("ERP", TestProgram.CANARY));
                var server = EmulatorServer.builder(engine).start()) {
            engine.run(SCRIPT);
            var program = program(server);
            for (int round = 0; round < 2; round++) {
                program.run("doctor", "--json")
                        .json()
                        .at("/servers/0/missing")
                        .forEach(missing -> missing.at("/grants")
                                .forEach(grant -> engine.run(grant.asString().replace("]; ", "]\nGO\n"))));
            }

            var ended = program.run("doctor", "--json");

            assertThat(ended.json().at("/servers/0/missing")).isEmpty();
            assertThat(ended.code()).isZero();
        }
    }

    @Test
    void saysWhatAnOlderEngineCannotTellAndFindsNoFaultWithThat() throws IOException {
        var options = ServerOptions.named("OLD", TestProgram.CANARY)
                .withVersion("13.0.5026.0")
                .without("sys.masked_columns", "sys.parameters", "sys.all_parameters", "sys.sequences");
        try (var engine = EmulatedServer.create(options);
                var server = EmulatorServer.builder(engine).start()) {
            engine.run("CREATE DATABASE erp");
            var program = new TestProgram(store, folder);
            program.servers("servers:\n" + TestProgram.server("old", server.port()))
                    .run("register");

            var ended = program.run("doctor");

            assertThat(ended.code()).isZero();
            assertThat(ended.out())
                    .contains("columns: read without some properties; the engine lacks sys.masked_columns")
                    .contains(
                            "parameters: read from INFORMATION_SCHEMA, which says less; the engine lacks sys.parameters")
                    .contains("sequences: not read; the engine lacks sys.sequences");
        }
    }

    private TestProgram program(EmulatorServer server) throws IOException {
        var program = new TestProgram(store, folder);
        program.servers("servers:\n"
                        + TestProgram.server("erp", server.port()).replace("username: sa", "username: \"harvest'er\""))
                .run("register");
        return program;
    }
}

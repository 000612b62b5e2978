package dev.granary.harvester.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that AUTO_CLOSE has closed, on an engine that opens it for whoever asks whether he may enter. */
class ClosedDatabaseTest {

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void closeOneOfTwo() {
        engine.run(
                "CREATE DATABASE Orders; CREATE DATABASE Tiny; ALTER DATABASE Tiny SET AUTO_CLOSE ON; ALTER DATABASE Orders SET AUTO_CLOSE ON");
        engine.autoClose("Tiny");
        program = new TestProgram(store, folder).set("test.fake-harvest", "false");
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    @Test
    void isLeftClosedByEverythingThatIsNotToWakeIt() throws IOException {
        register("*");

        var full = program.run("harvest", "--json").json();
        var incremental =
                program.run("harvest", "--mode", "incremental", "--json").json();
        program.run("doctor");

        assertThat(full.at("/skips/0/code").asString()).isEqualTo("auto-closed");
        assertThat(incremental.at("/skips/0/code").asString()).isEqualTo("auto-closed");
        assertThat(full.at("/databases/published").asInt()).as("Orders").isEqualTo(1);
        assertThat(engine.isClosed("Tiny")).isTrue();
    }

    @Test
    void isReadByAFullHarvestWhereTheRegistryNamesIt() throws IOException {
        register("tiny");

        var full = program.run("harvest", "--json").json();

        assertThat(full.at("/skips")).isEmpty();
        assertThat(full.at("/databases/published").asInt()).isEqualTo(1);
        assertThat(engine.isClosed("Tiny")).isFalse();
    }

    private void register(String databases) throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", server.port()) + "    databases: {include: [\""
                        + databases + "\"]}\n")
                .run("register");
    }
}

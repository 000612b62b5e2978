package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that only resembles SQL Server, from registration to the store. */
class LookAlikeProgramTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    @Test
    void isPublishedAsFarAsItGoesAndFoundUnchangedTheNextTime() throws IOException {
        var options = ServerOptions.lookAlike("ALIKE", TestProgram.CANARY, "dbo.broken");
        try (var engine = EmulatedServer.create(options);
                var server = EmulatorServer.builder(engine).start()) {
            engine.run("""
                    CREATE DATABASE shop
                    GO
                    USE shop
                    GO
                    CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note nvarchar(50) CONSTRAINT df_note DEFAULT ('x'))
                    GO
                    CREATE PROCEDURE dbo.first @a int AS SELECT 1
                    GO
                    CREATE PROCEDURE dbo.broken AS SELECT 2
                    """);
            var program = new TestProgram(store, folder)
                    .set("test.fake-harvest", "false")
                    .servers("servers:\n" + TestProgram.server("alike", server.port()));
            program.run("register");

            var first = program.run("harvest", "--json").json();
            var second = program.run("harvest", "--json").json();
            var doctor = program.run("doctor");
            var measured = program.run("measure", "--json");

            assertThat(first.at("/failures")).isEmpty();
            assertThat(first.at("/databases/published").asInt()).isEqualTo(1);
            assertThat(first.at("/disagreements")).isEmpty();
            assertThat(second.at("/databases/unchanged").asInt()).isEqualTo(1);
            assertThat(measured.json().at("/databases/rowsOnly").asInt()).isEqualTo(1);
            assertThat(measured.json().at("/series").asInt()).isEqualTo(2);
            assertThat(doctor.out())
                    .contains("the list of databases (rights-unknown)")
                    .contains("shop (rights-unknown)", "the engine lacks sys.parameters")
                    .doesNotContain("VIEW ANY DATABASE", "GRANT");
        }
    }
}

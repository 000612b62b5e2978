package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeHarvestTest {

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void registerAServerWithTwoDatabases() throws IOException, SQLException {
        execute(
                "CREATE DATABASE Orders",
                "CREATE DATABASE Stock",
                "USE Orders",
                "CREATE TABLE dbo.Orders (Id int NOT NULL PRIMARY KEY, Placed datetime2(3) NULL)");
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n" + TestProgram.server("erp", server.port()));
        program.run("register");
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    @Test
    void publishesEveryDatabaseOnceAndThenFindsNothingNew() throws SQLException {
        var first = program.run("harvest", "--json").json();
        var second = program.run("harvest", "--json").json();

        assertThat(first.at("/failures")).isEmpty();
        assertThat(first.at("/databases/published").asInt()).isEqualTo(2);
        assertThat(second.at("/databases/unchanged").asInt()).isEqualTo(2);

        execute("ALTER DATABASE Stock SET OFFLINE", "USE Orders", "ALTER TABLE dbo.Orders ADD Note nvarchar(50) NULL");
        var third = program.run("harvest", "--json").json();

        assertThat(third.at("/databases/published").asInt()).isEqualTo(1);
        assertThat(third.at("/skips/0/code").asString()).isEqualTo("offline");
    }

    private void execute(String... batches) throws SQLException {
        var url = "jdbc:sqlserver://127.0.0.1:%d;encrypt=false".formatted(server.port());
        try (var connection = DriverManager.getConnection(url, "sa", TestProgram.CANARY);
                var statement = connection.createStatement()) {
            for (var batch : batches) {
                statement.execute(batch);
            }
        }
    }
}

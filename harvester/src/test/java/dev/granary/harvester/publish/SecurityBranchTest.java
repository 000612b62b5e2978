package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Principals in the store, by whole harvests of the emulator. */
class SecurityBranchTest {

    private static final int DATABASE = 1;

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void harvestOneDatabase() throws IOException {
        engine.run("""
                CREATE DATABASE Orders
                GO
                USE Orders
                GO
                CREATE TABLE dbo.Orders (Id int NOT NULL PRIMARY KEY)
                GO
                """);
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n" + TestProgram.server("erp", server.port()));
        program.run("register");
        program.run("harvest");
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    @Test
    void changesTheTreeAndNeverTheStructure() {
        engine.run("USE Orders\nGO\nCREATE ROLE clerks\nGO\nGRANT SELECT ON dbo.Orders TO clerks\nGO\n");
        program.run("harvest");

        assertThat(column("encode(tree_hash, 'hex')")).doesNotHaveDuplicates();
        assertThat(column("encode(structure_hash, 'hex')").stream().distinct()).hasSize(1);
        assertThat(column("objects::text")).containsExactly("1", "1");
        assertThat(roots())
                .satisfiesExactly(
                        before -> assertThat(before).doesNotContain("security"),
                        after -> assertThat(after).containsPattern("\\],\"security\":\\[\"[0-9a-f]{64}\"\\]}$"));
    }

    @Test
    void tellsAGrantAsAChangeOfItsGrantee() {
        engine.run("USE Orders\nGO\nCREATE ROLE clerks\nGO\n");
        program.run("harvest");
        engine.run("USE Orders\nGO\nGRANT SELECT ON dbo.Orders TO clerks\nGO\n");
        program.run("harvest", "--mode", "incremental");

        assertThat(store.list(
                        "SELECT event || ' ' || (detail ->> 'aspects') FROM granary.change WHERE database_id = ? AND sequence = 3",
                        DATABASE))
                .containsExactly("altered [\"permissions\"]");
    }

    private List<String> column(String expression) {
        return store.list(
                "SELECT " + expression + " FROM granary.snapshot WHERE database_id = ? ORDER BY sequence", DATABASE);
    }

    private List<String> roots() {
        return store.list(
                "SELECT n.body FROM granary.snapshot s JOIN granary.tree_node n ON n.hash = s.tree_hash WHERE s.database_id = ?"
                        + " ORDER BY s.sequence",
                DATABASE);
    }
}

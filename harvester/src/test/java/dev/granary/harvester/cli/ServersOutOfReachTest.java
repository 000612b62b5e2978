package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersOutOfReachTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void startFromAnEmptyRegistry() {
        program = new TestProgram(store, folder);
    }

    @Test
    void endsWithFailuresWhenAServerRefusesAndAnotherStaysSilent() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            program.servers("servers:\n" + TestProgram.server("gone", TestProgram.closedPort())
                            + TestProgram.server("silent", silent.getLocalPort()))
                    .run("register");

            var ended = program.run("harvest", "--json");

            assertThat(ended.code()).isEqualTo(3);
            var report = ended.json();
            assertThat(report.at("/status").asString()).isEqualTo("done_with_failures");
            assertThat(report.at("/mode").asString()).isEqualTo("full");
            assertThat(report.at("/failures/0/server").asString()).isEqualTo("gone");
            assertThat(report.at("/failures/0/code").asString()).isEqualTo("refused");
            assertThat(report.at("/failures/0/database").isNull()).isTrue();
            assertThat(report.at("/failures/1/server").asString()).isEqualTo("silent");
            assertThat(report.at("/failures/1/code").asString()).isEqualTo("timeout");
            assertThat(report.at("/databases/total").asInt()).isZero();
            assertThat(ended.out().lines()).hasSize(1);
        }
    }

    @Test
    void marksTheDatabasesOfAServerOutOfReachAsStale() throws IOException {
        program.servers("servers:\n" + TestProgram.server("gone", TestProgram.closedPort()))
                .run("register");
        store.owner()
                .sql("INSERT INTO granary.database (server_id, name) SELECT id, 'Orders' FROM granary.server")
                .update();

        program.run("harvest");

        assertThat(store.owner()
                        .sql("SELECT stale_reason FROM granary.database WHERE stale_since IS NOT NULL")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("nothing listens there");
        assertThat(store.owner()
                        .sql("SELECT status FROM granary.server")
                        .query(String.class)
                        .single())
                .isEqualTo("unreachable");
    }
}

package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.ListingServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void startFromAnEmptyRegistry() {
        program = new TestProgram(store, folder);
    }

    @Test
    void findsNothingWrongWithAServerThatShowsAll() throws IOException {
        try (var erp = new ListingServer().online("Orders", 5)) {
            program.servers("servers:\n" + TestProgram.server("erp", erp.port()))
                    .run("register");

            var ended = program.run("doctor", "--json");

            assertThat(ended.code()).isZero();
            assertThat(ended.json().at("/servers/0/verdict").asString()).isEqualTo("ok");
            assertThat(ended.json().at("/servers/0/databases").asInt()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatAHarvestWouldMissAndWhoIsOutOfReach() throws IOException {
        try (var erp = new ListingServer()
                .online("Orders", 5)
                .online("Pay", 6)
                .offline("Old", 7)
                .hidesDefinitionsIn("Pay")
                .showsOnlyWhatTheLoginMayEnter()) {
            program.servers("servers:\n" + TestProgram.server("erp", erp.port())
                            + TestProgram.server("gone", TestProgram.closedPort()))
                    .run("register");
            long mark = store.mark();

            var ended = program.run("doctor");

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.out())
                    .contains(
                            "erp incomplete: 2 databases",
                            "Old (offline)",
                            "Pay (view-definition)",
                            "VIEW ANY DATABASE")
                    .contains("gone failed: (refused)");
            assertThat(store.rowsWrittenSince(mark)).isEmpty();
        }
    }
}

package dev.granary.harvester.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.registry.RegisteredServers;
import dev.granary.secrets.KeyRing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvestServersTest {

    private final TestStore store = TestStore.forHarvests();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void hearsWithinHalfAMinuteOfWhatWasRegisteredSince() throws IOException {
        var program = new TestProgram(store, folder);
        program.servers("servers:\n" + TestProgram.server("erp", 1433)).run("register");
        var keys = KeyRing.parse(program.value("ENCRYPTION_KEY"));
        var servers = new HarvestServers(new RegisteredServers(store.dataSource(), keys), new Hand());
        var before = servers.named("erp").orElseThrow();

        program.set("SOURCE_PASSWORD", "rotated").run("register");

        assertThat(servers.named("erp")).hasValue(before);
        now = now.plusSeconds(31);
        assertThat(servers.named("erp"))
                .hasValueSatisfying(server ->
                        assertThat(server.credential().password().reveal()).isEqualTo("rotated"));

        store.owner().sql("UPDATE granary.server SET enabled = false").update();
        now = now.plusSeconds(31);
        assertThat(servers.named("erp")).isEmpty();
    }

    /** A clock that is put forward by hand. */
    private final class Hand extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

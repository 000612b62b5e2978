package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.engine.EngineSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each version has, as a client finds out that probes for it. */
class VersionsTest {

    private static final String PROBE = """
            SELECT CASE WHEN c.name IS NULL THEN o.name ELSE o.name + '.' + c.name END
              FROM sys.all_objects AS o LEFT JOIN sys.all_columns AS c ON c.object_id = o.object_id
             WHERE o.schema_id = 4 AND o.name + '.' + c.name IN
                   ('tables.ledger_type', 'tables.temporal_type', 'tables.is_node', 'masked_columns.name',
                    'sensitivity_classifications.major_id', 'hash_indexes.bucket_count')
             ORDER BY 1""";

    @Test
    void aProbeFindsWhatTheVersionHasAndNothingLater() {
        var expected = Map.of(
                "11.0.7001.0", 0,
                "12.0.6024.0", 1,
                "13.0.6300.2", 3,
                "14.0.3456.2", 4,
                "15.0.4430.1", 5,
                "16.0.4175.1", 6);
        expected.forEach((version, count) -> {
            try (var server = EmulatedServer.create(
                            ServerOptions.named("V", Answers.PASSWORD).withVersion(version));
                    EngineSession session = Answers.login(server, "master")) {
                assertThat(Answers.ask(session, PROBE).rows).as(version).hasSize(count);
            }
        });
    }

    @Test
    void aColumnThatCameLaterIsAnInvalidName() {
        try (var server = EmulatedServer.create(
                        ServerOptions.named("V", Answers.PASSWORD).withVersion("15.0.4430.1"));
                EngineSession session = Answers.login(server, "master")) {
            assertThat(Answers.error(session, "SELECT ledger_type FROM sys.tables"))
                    .isEqualTo(207);
            assertThat(Answers.error(session, "SELECT rank FROM sys.sensitivity_classifications"))
                    .isZero();
        }
    }
}

package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastReadingsTest {

    private final TestStore store = TestStore.shared();

    @ParameterizedTest
    @CsvSource({"open, true", "rejected, true", "applied, false", "superseded, false"})
    void hasADatabaseReadWholeWhileAHoldKeepsAnythingOfIt(String state, boolean held) {
        int database = store.database("readings", state);
        long run = store.lease(database).runId();
        store.update(
                "INSERT INTO granary.hold (database_id, run_id, code, reason, state) VALUES (?, " + run
                        + ", 'too-many-losses', 'Half of it is missing.', '" + state + "')",
                database);

        assertThat(new LastReadings(store.dataSource()).of(run, database).held())
                .isEqualTo(held);
    }
}

package dev.granary.harvester.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import dev.granary.registry.NamePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisagreementsTest {

    private final TestStore store = TestStore.shared();
    private final RunTable runs = new RunTable(store.dataSource());

    @Test
    void reportsSnapshotsThatInformationSchemaCountsOtherwise() {
        long run = runs.begin(
                new HarvestRequest(NamePattern.of("counted"), NamePattern.of("*"), HarvestMode.FULL), "first");
        snapshot(run, "agreeing", """
                {"columns":{"status":"complete","crossCheck":{"tables":{"sys":2,"informationSchema":2},"columns":{"sys":9,"informationSchema":9}}}}""");
        snapshot(run, "differing", """
                {"columns":{"status":"complete","crossCheck":{"tables":{"sys":2,"informationSchema":3},"columns":{"sys":9,"informationSchema":12}}}}""");
        snapshot(run, "uncounted", "{\"columns\":{\"status\":\"complete\"}}");

        var report = new RunReports(store.dataSource()).report(run).orElseThrow();
        runs.end(run, "first", RunStatus.DONE);

        assertThat(report.disagreements())
                .isEqualTo(List.of(new HarvestReport.Disagreement(
                        "counted", "differing", new HarvestReport.Count(2, 3), new HarvestReport.Count(9, 12))));
    }

    private void snapshot(long run, String database, String sections) {
        store.owner()
                .sql("""
                        INSERT INTO granary.snapshot (database_id, run_id, read_from, read_to, published_at, verified_at, sequence, objects,
                               columns, mode, sections, visibility, tree_hash, structure_hash)
                        VALUES (:database, :run, now(), now(), now(), now(), 1, 0, 0, 'full', CAST(:sections AS jsonb), '{}',
                                sha256('a'), sha256('b'))
                        """)
                .param("database", store.database("counted", database))
                .param("run", run)
                .param("sections", sections)
                .update();
    }
}

package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thousand databases of one template, and what keeping them takes: the bytes of a placement with its object and all indexes, how often a
 * definition is stored, and what two more full harvests leave behind.
 */
final class TenantsMeasurement {

    static final String ID = "tenants";
    private static final int DATABASES = Integer.getInteger("bench.tenants", 1_000);
    private static final int TABLES = 60;
    private static final int COLUMNS = 15;
    private static final double BAR_BYTES = 300;
    /** Rows about the run, which retention takes away again: {@code granary.retention.runs}. */
    private static final List<String> OF_THE_RUN = List.of("run", "run_server", "run_problem", "work");

    private final Report report;
    private final Map<String, Object> detail = new TreeMap<>();

    TenantsMeasurement(Report report) {
        this.report = report;
    }

    void run() throws IOException, SQLException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx6g")) {
            emulator.ask("tenants %d %d %d".formatted(DATABASES, TABLES, COLUMNS));
            var address = emulator.ask("address");
            store.register(Measurements.SERVER, (int) address.number("port"), address.text("password"));
            try (var harvester = ChildProcess.start("harvester", store.settings(), "-Xmx512m")) {
                measure(store, harvester);
            }
        }
    }

    private void measure(BenchStore store, ChildProcess harvester) throws IOException, SQLException {
        harvester.ask("harvest *");
        store.vacuum();
        long placements = store.number("SELECT count(*) FROM granary.placement_current");
        long bytes = store.bytesOf("placement_current") + store.bytesOf("object");
        double each = (double) bytes / placements;
        detail.put("databases", DATABASES);
        detail.put("placements", placements);
        detail.put("bytesOf", parts(store, placements));
        detail.put("definitions", store.number("SELECT count(*) FROM granary.definition"));
        detail.put("placementsADefinition", placements / store.number("SELECT count(*) FROM granary.definition"));

        detail.put(
                "systemNamesBytes",
                store.number("SELECT avg(coalesce(pg_column_size(system_names), 0)) FROM granary.placement_current"));

        long ofOneDatabase = store.number("SELECT count(DISTINCT definition_id) FROM granary.placement_current"
                + " WHERE database_id = (SELECT min(database_id) FROM granary.placement_current)");
        var before = store.bytes();
        long mark = store.mark();
        harvester.ask("harvest *");
        harvester.ask("harvest *");
        store.vacuum();
        var grown = new TreeMap<>(store.bytes());
        grown.replaceAll((table, size) -> size - before.getOrDefault(table, 0L));
        grown.values().removeIf(size -> size == 0);
        detail.put("rowsOfTwoMoreHarvests", store.rowsSince(mark));
        detail.put("bytesOfTwoMoreHarvests", grown);
        var beyond = new ArrayList<>(grown.keySet());
        beyond.removeAll(OF_THE_RUN);
        beyond.remove("snapshot");
        detail.put("tablesGrownBeyondSnapshotsAndRuns", beyond);
        boolean oneRowEach = store.rowsSince(mark).getOrDefault("snapshot", 0L) == 2L * DATABASES;
        boolean storedOnce = store.number("SELECT count(*) FROM granary.definition") == ofOneDatabase;
        report.line(new Result(
                ID,
                Series.round(each),
                "bytes a placement",
                List.of(Series.round(each), Series.round(each)),
                null,
                null,
                null,
                BAR_BYTES,
                each <= BAR_BYTES && beyond.isEmpty() && oneRowEach && storedOnce,
                detail));
    }

    /** What heaps and indexes take of a placement's bytes. */
    private static Map<String, Double> parts(BenchStore store, long placements) throws SQLException {
        var parts = new TreeMap<String, Double>();
        for (var table : List.of("placement_current", "object")) {
            for (var relation : store.relationsOf(table).entrySet()) {
                parts.put(relation.getKey(), Series.round((double) relation.getValue() / placements));
            }
        }
        return parts;
    }
}

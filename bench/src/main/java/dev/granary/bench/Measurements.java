package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The harvest of one database beside its floors: reading the same rows through the driver and throwing them away, and copying the same rows
 * into PostgreSQL. Each pair of runs has a database of its own seed, so that nothing in the store is known when it is first harvested.
 */
final class Measurements {

    static final String SERVER = "bench";
    static final List<String> IDS = List.of("source-floor", "store-floor", "first-harvest", "unchanged-harvest");
    private static final int PAIRS = 5;
    private static final double BAR = 1.5;
    private static final double SLOWEST_FLOOR = 150_000;
    private static final Set<String> BOOKKEEPING =
            Set.of("run", "work", "run_server", "run_problem", "database", "server");

    private final Report report;
    private final Set<String> only;
    private final Series sourceFloor = new Series();
    private final Series sourceFloorAgain = new Series();
    private final Series storeFloor = new Series();
    private final Series first = new Series();
    private final Series unchanged = new Series();
    private final Map<String, Object> firstDetail = new TreeMap<>();
    private final Map<String, Object> unchangedDetail = new TreeMap<>();
    private double floorRows;

    Measurements(Report report, Set<String> only) {
        this.report = report;
        this.only = only;
    }

    void run() throws IOException, SQLException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx6g")) {
            for (int seed = 0; seed <= PAIRS; seed++) {
                emulator.ask("generate " + seed);
            }
            var address = emulator.ask("address");
            store.register(SERVER, (int) address.number("port"), address.text("password"));
            try (var harvester = ChildProcess.start("harvester", store.settings(), "-Xmx512m")) {
                for (int seed = 0; seed <= PAIRS; seed++) {
                    pair(seed, store, emulator, harvester);
                }
                firstDetail.put("peakAfterGcMib", harvester.ask("memory").number("peakAfterGc") / (1 << 20));
            }
        }
        print();
    }

    /** The pair of seed 0 warms everything up and is not counted. */
    private void pair(int seed, BenchStore store, ChildProcess emulator, ChildProcess harvester)
            throws IOException, SQLException {
        var database = EmulatorChild.database(seed);
        // A generated database is filled when it is first looked into, which no side shall pay for.
        harvester.ask("floor %s %s".formatted(SERVER, database));
        var newcomer = FirstHarvest.of(database, store, emulator, harvester);
        double floorSeconds =
                harvester.ask("floor %s %s".formatted(SERVER, database)).number("seconds");
        long secondMark = store.mark();
        var before = Costs.now(store, emulator, harvester);
        double unchangedSeconds = harvester.ask("harvest " + database).number("seconds");
        if (seed == 0) {
            return;
        }
        floorRows = newcomer.floorRows();
        sourceFloor.add(newcomer.sourceFloor());
        storeFloor.add(newcomer.storeFloor());
        first.add(newcomer.seconds());
        sourceFloorAgain.add(floorSeconds);
        unchanged.add(unchangedSeconds);
        firstDetail.putAll(newcomer.detail());
        unchangedDetail.putAll(Costs.now(store, emulator, harvester).since(before));
        var rows = new HashMap<>(store.rowsSince(secondMark));
        unchangedDetail.put("rowsWritten", Map.copyOf(rows));
        rows.keySet().removeAll(BOOKKEEPING);
        unchangedDetail.put("rowsOutsideBookkeeping", rows);
    }

    private void print() throws IOException {
        double rowsPerSecond = floorRows / sourceFloor.median();
        boolean fastEnough = rowsPerSecond >= SLOWEST_FLOOR;
        Map<String, Object> floorDetail =
                Map.of("rows", floorRows, "rowsPerSecond", Math.round(rowsPerSecond), "void", !fastEnough);
        line("source-floor", sourceFloor, null, null, null, floorDetail);
        line("store-floor", storeFloor, null, null, null, Map.of());
        firstDetail.put("void", !fastEnough);
        unchangedDetail.put("void", !fastEnough);
        line(
                "first-harvest",
                first,
                "source-floor + store-floor",
                sourceFloor.median() + storeFloor.median(),
                first.ratioTo(sourceFloor, storeFloor),
                firstDetail);
        line(
                "unchanged-harvest",
                unchanged,
                "source-floor",
                sourceFloorAgain.median(),
                unchanged.ratioTo(sourceFloorAgain),
                unchangedDetail);
    }

    private void line(
            String id,
            Series values,
            @Nullable String reference,
            @Nullable Double referenceValue,
            @Nullable Double ratio,
            Map<String, Object> detail)
            throws IOException {
        if (!only.isEmpty() && !only.contains(id)) {
            return;
        }
        report.line(new Result(
                id,
                Series.round(values.median()),
                "s",
                values.range(),
                reference,
                referenceValue == null ? null : Series.round(referenceValue),
                ratio == null ? null : Series.round(ratio),
                ratio == null ? null : BAR,
                ratio == null ? null : ratio <= BAR,
                detail));
    }
}

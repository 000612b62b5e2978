package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The first harvest of a database of 100,000 tables and a million columns, beside its floors, by a harvester of 768 MiB. */
final class HugeMeasurement {

    static final String ID = "huge";
    private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
    private static final int TABLES = Integer.getInteger("bench.tables", 100_000);
    private static final int COLUMNS = 10;
    private static final double BAR = 1.5;

    private final Report report;
    private final Series sourceFloor = new Series();
    private final Series storeFloor = new Series();
    private final Series harvest = new Series();
    private final Map<String, Object> detail = new TreeMap<>();

    HugeMeasurement(Report report) {
        this.report = report;
    }

    void run() throws IOException, SQLException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx10g")) {
            emulator.ask("generate 0");
            var address = emulator.ask("address");
            store.register(Measurements.SERVER, (int) address.number("port"), address.text("password"));
            try (var harvester = ChildProcess.start("harvester", store.settings(), "-Xmx768m")) {
                // A smaller one of another seed warms both sides up.
                FirstHarvest.of(EmulatorChild.database(0), store, emulator, harvester);
                for (int seed = 1; seed <= PAIRS; seed++) {
                    pair(seed, store, emulator, harvester);
                }
                detail.put("peakAfterGcMib", harvester.ask("memory").number("peakAfterGc") / (1 << 20));
            }
        }
        print();
    }

    private void pair(int seed, BenchStore store, ChildProcess emulator, ChildProcess harvester)
            throws IOException, SQLException {
        emulator.ask("huge %d %d %d".formatted(seed, TABLES, COLUMNS));
        var database = EmulatorChild.database(seed);
        harvester.ask("floor %s %s".formatted(Measurements.SERVER, database));
        var first = FirstHarvest.of(database, store, emulator, harvester);
        sourceFloor.add(first.sourceFloor());
        storeFloor.add(first.storeFloor());
        harvest.add(first.seconds());
        detail.putAll(first.detail());
        detail.put("rows", first.floorRows());
        // The emulator keeps a database in memory: two of this size are too many.
        emulator.ask("drop " + seed);
    }

    private void print() throws IOException {
        detail.put("sourceFloor", Series.round(sourceFloor.median()));
        detail.put("storeFloor", Series.round(storeFloor.median()));
        double ratio = harvest.ratioTo(sourceFloor, storeFloor);
        report.line(new Result(
                ID,
                Series.round(harvest.median()),
                "s",
                harvest.range(),
                "source floor + store floor",
                Series.round(sourceFloor.median() + storeFloor.median()),
                Series.round(ratio),
                BAR,
                ratio <= BAR,
                detail));
    }
}

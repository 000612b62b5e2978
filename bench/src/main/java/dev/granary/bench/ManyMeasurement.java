package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run costs a database before anything of it is read: 10,000 databases are swept, leased and ended by a harvest that reads nothing, in a
 * store with 250,000 rows of Batch history.
 */
final class ManyMeasurement {

    static final String ID = "many";
    private static final int DATABASES = Integer.getInteger("bench.many", 10_000);
    private static final int HISTORY = 250_000;
    private static final int RUNS = 5;
    private static final double BAR_MILLIS = 1;

    private final Report report;
    private final Series millis = new Series();

    ManyMeasurement(Report report) {
        this.report = report;
    }

    void run() throws IOException, SQLException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx4g")) {
            emulator.ask("empty " + DATABASES);
            var address = emulator.ask("address");
            store.register(Measurements.SERVER, (int) address.number("port"), address.text("password"));
            store.batchHistory(HISTORY);
            try (var harvester = ChildProcess.start("bookkeeper", store.settings(), "-Xmx512m")) {
                harvester.ask("harvest *");
                for (int run = 0; run < RUNS; run++) {
                    millis.add(harvester.ask("harvest *").number("seconds") * 1000 / DATABASES);
                }
            }
        }
        var detail = new TreeMap<String, Object>();
        detail.put("databases", DATABASES);
        detail.put("batchRows", HISTORY);
        report.line(new Result(
                ID,
                Series.round(millis.median()),
                "ms a database",
                millis.range(),
                null,
                null,
                null,
                BAR_MILLIS,
                millis.median() <= BAR_MILLIS,
                detail));
    }
}

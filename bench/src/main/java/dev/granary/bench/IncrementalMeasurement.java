package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * Many databases in which nothing changed, harvested incrementally beside a full harvest of the same, and then one of them changed. The emulator
 * computes digests from its rows each time.
 */
final class IncrementalMeasurement {

    static final String UNCHANGED = "incremental-unchanged";
    static final String ONE_CHANGE = "incremental-one-change";
    private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
    private static final double BAR = 0.1;
    private static final double ROUND_TRIPS = 1.1;
    private static final int DATABASES = Integer.getInteger("bench.databases", 2_000);

    private final Report report;
    private final Set<String> only;

    IncrementalMeasurement(Report report, Set<String> only) {
        this.report = report;
        this.only = only;
    }

    void run() throws IOException, SQLException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx4g")) {
            emulator.ask("many " + DATABASES);
            var address = emulator.ask("address");
            store.register(Measurements.SERVER, (int) address.number("port"), address.text("password"));
            try (var harvester = ChildProcess.start("harvester", store.settings(), "-Xmx512m")) {
                measure(emulator, harvester);
            }
        }
    }

    private void measure(ChildProcess emulator, ChildProcess harvester) throws IOException {
        // The first of each fills the emulator and the store and is not counted.
        harvester.ask("harvest *");
        harvester.ask("incremental *");
        var full = new Series();
        var incremental = new Series();
        var roundTrips = new Series();
        for (int pair = 0; pair < PAIRS; pair++) {
            full.add(harvester.ask("harvest *").number("seconds"));
            double before = emulator.ask("counters").number("roundTrips");
            incremental.add(harvester.ask("incremental *").number("seconds"));
            roundTrips.add((emulator.ask("counters").number("roundTrips") - before) / DATABASES);
        }
        double ratio = incremental.ratioTo(full);
        line(new Result(
                UNCHANGED,
                Series.round(incremental.median()),
                "s",
                incremental.range(),
                "full harvest of the same, unchanged",
                Series.round(full.median()),
                Series.round(ratio),
                BAR,
                ratio <= BAR && roundTrips.median() <= ROUND_TRIPS,
                Map.of("databases", DATABASES, "roundTripsPerDatabase", Series.round(roundTrips.median()))));
        oneChange(emulator, harvester, full);
    }

    private void oneChange(ChildProcess emulator, ChildProcess harvester, Series full) throws IOException {
        var seconds = new Series();
        boolean found = true;
        for (int pair = 0; pair < PAIRS; pair++) {
            emulator.ask("change " + pair);
            var answer = harvester.ask("incremental *");
            seconds.add(answer.number("seconds"));
            found &= answer.number("published") == 1;
        }
        line(new Result(
                ONE_CHANGE,
                Series.round(seconds.median()),
                "s",
                seconds.range(),
                "full harvest of the same, unchanged",
                Series.round(full.median()),
                Series.round(seconds.ratioTo(full)),
                null,
                found,
                Map.of("databases", DATABASES, "foundAndPublished", found)));
    }

    private void line(Result result) throws IOException {
        if (only.isEmpty() || only.contains(result.id())) {
            report.line(result);
        }
    }
}

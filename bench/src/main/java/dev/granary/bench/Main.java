package dev.granary.bench;

import dev.granary.harvester.runs.HarvestRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code bench.jar}: measures everything, or what {@code --only id,id} names; its own child processes come in by {@code child}. */
public final class Main {

    private static final Set<String> INCREMENTAL =
            Set.of(IncrementalMeasurement.UNCHANGED, IncrementalMeasurement.ONE_CHANGE);
    private static final List<String> OTHERS = List.of(
            HugeMeasurement.ID,
            TenantsMeasurement.ID,
            WorkersMeasurement.ID,
            ManyMeasurement.ID,
            IncrementalMeasurement.UNCHANGED,
            IncrementalMeasurement.ONE_CHANGE,
            DiffMeasurement.ID);

    private Main() {}

    /** Exits with 0 also when a bar was missed, 1 when something failed, 2 for a refused command line. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException, HarvestRefused {
        if (arguments.length == 2 && arguments[0].equals("child")) {
            Child.main(arguments[1]);
            return;
        }
        var only = only(arguments);
        try (var report = new Report()) {
            report.line(Machine.here());
            if (only.isEmpty() || only.stream().anyMatch(Measurements.IDS::contains)) {
                new Measurements(report, only).run();
            }
            if (only.isEmpty() || only.contains(HugeMeasurement.ID)) {
                new HugeMeasurement(report).run();
            }
            if (only.isEmpty() || only.contains(TenantsMeasurement.ID)) {
                new TenantsMeasurement(report).run();
            }
            if (only.isEmpty() || only.contains(WorkersMeasurement.ID)) {
                new WorkersMeasurement(report).run();
            }
            if (only.isEmpty() || only.contains(ManyMeasurement.ID)) {
                new ManyMeasurement(report).run();
            }
            if (only.isEmpty() || !Collections.disjoint(only, INCREMENTAL)) {
                new IncrementalMeasurement(report, only).run();
            }
            if (only.isEmpty() || only.contains(DiffMeasurement.ID)) {
                try (var store = new BenchStore()) {
                    new DiffMeasurement(report).run(store);
                }
            }
        }
    }

    private static Set<String> only(String[] arguments) {
        if (arguments.length == 0) {
            return Set.of();
        }
        if (arguments.length != 2 || !arguments[0].equals("--only")) {
            refuse("usage: bench.jar [--only id,id]");
        }
        var ids = new TreeSet<>(Arrays.asList(arguments[1].split(",", -1)));
        var known = new ArrayList<>(Measurements.IDS);
        known.addAll(OTHERS);
        if (!known.containsAll(ids)) {
            refuse("--only takes of %s, not %s".formatted(known, ids));
        }
        return ids;
    }

    private static void refuse(String message) {
        System.err.println(message);
        System.exit(2);
    }
}

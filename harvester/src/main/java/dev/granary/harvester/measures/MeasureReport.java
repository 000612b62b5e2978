package dev.granary.harvester.measures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a measuring, database by database. */
public final class MeasureReport {

    private final List<Measurement> measurements = new ArrayList<>();

    void add(Collection<Measurement> more) {
        measurements.addAll(more);
    }

    /** Whether nothing was meant: no server or no harvested database matches. */
    public boolean isEmpty() {
        return measurements.isEmpty();
    }

    /** The report as a command answers it. */
    public Answer answer() {
        var measured = measurements.stream().filter(Measurement::isMeasured).toList();
        int series = measured.stream()
                .mapToInt(m -> m.indexes() == null ? 0 : m.indexes())
                .sum();
        int skipped = count(Measurement.Status.SKIPPED);
        return new Answer(
                new Databases(
                        measurements.size(),
                        measured.size(),
                        count(Measurement.Status.ROWS_ONLY),
                        measurements.size() - measured.size() - skipped,
                        skipped),
                series,
                measurements.stream()
                        .filter(m -> m.reason() != null)
                        .map(m -> new Finding(
                                m.server(),
                                m.database(),
                                m.status().name().toLowerCase(Locale.ROOT),
                                m.code(),
                                m.reason()))
                        .toList());
    }

    private int count(Measurement.Status status) {
        return (int) measurements.stream().filter(m -> m.status() == status).count();
    }

    /** What a command answers. */
    public record Answer(Databases databases, int series, List<Finding> findings) {

        public Answer {
            findings = List.copyOf(findings);
        }
    }

    /** Numbers of databases; those of which only rows are told count as measured. */
    public record Databases(int total, int measured, int rowsOnly, int failed, int skipped) {}

    /** A database that is not measured, or not wholly, with the reason. */
    public record Finding(
            String server,
            String database,
            String status,
            @Nullable String code,
            @Nullable String reason) {}
}

package dev.granary.harvester.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run, as {@code harvest --json} prints it.
 *
 * @param failures databases and servers that could not be harvested
 * @param skips databases that the sweep saw to be out of reach, with the reason
 * @param disagreements databases of which the catalogue views and INFORMATION_SCHEMA showed different numbers of tables or columns
 */
public record HarvestReport(
        long run,
        String status,
        String mode,
        Counts databases,
        List<Failure> failures,
        List<Skip> skips,
        List<Disagreement> disagreements,
        Cost cost) {

    public HarvestReport {
        failures = List.copyOf(failures);
        skips = List.copyOf(skips);
        disagreements = List.copyOf(disagreements);
    }

    /** How many databases took part, and how they ended. */
    public record Counts(long total, long published, long unchanged, long held, long failed, long skipped) {}

    /**
     * What the run has cost its servers so far.
     *
     * @param roundTrips requests that were answered; those of making connections are not among them
     * @param sourceMillis how long it waited for them, added up over all databases
     * @param attempts how often a database was begun
     */
    public record Cost(
            long connections,
            long roundTrips,
            long rows,
            long bytesIn,
            long bytesOut,
            long sourceMillis,
            long attempts) {}

    /** A server (then the database is null) or a database that could not be harvested. */
    public record Failure(
            String server,
            @Nullable String database,
            @Nullable String section,
            String code,
            String reason) {}

    /** A database that was not tried. */
    public record Skip(String server, String database, String code, String reason) {}

    /** Tables (views too) and columns of a published database, counted in two ways. */
    public record Disagreement(String server, String database, Count tables, Count columns) {}

    /** What the catalogue views listed, and what INFORMATION_SCHEMA counts. */
    public record Count(long sys, long informationSchema) {}

    /** Whether the request matched no database at all, so that nothing was changed. */
    public boolean matchedNothing() {
        return failures.stream().anyMatch(failure -> failure.code().equals(ProblemCode.NOTHING_MATCHES));
    }
}

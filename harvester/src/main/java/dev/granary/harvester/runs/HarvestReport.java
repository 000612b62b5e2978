package dev.granary.harvester.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run, as {@code harvest --json} prints it.
 *
 * @param failures databases and servers that could not be harvested
 * @param skips databases that the sweep saw to be out of reach, with the reason
 */
public record HarvestReport(
        long run, String status, String mode, Counts databases, List<Failure> failures, List<Skip> skips) {

    public HarvestReport {
        failures = List.copyOf(failures);
        skips = List.copyOf(skips);
    }

    /** How many databases took part, and how they ended. */
    public record Counts(long total, long published, long unchanged, long held, long failed, long skipped) {}

    /** A server (then the database is null) or a database that could not be harvested. */
    public record Failure(
            String server,
            @Nullable String database,
            @Nullable String section,
            String code,
            String reason) {}

    /** A database that was not tried. */
    public record Skip(String server, String database, String code, String reason) {}

    /** Whether the request matched no database at all, so that nothing was changed. */
    public boolean matchedNothing() {
        return failures.stream().anyMatch(failure -> failure.code().equals(ProblemCode.NOTHING_MATCHES));
    }
}

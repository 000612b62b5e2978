package dev.granary.query.runs;

import dev.granary.query.pointers.CurrentSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as {@code harvest --json} prints it, with its times; {@code status} is running, done, failed or done_with_failures.
 *
 * @param skips databases that were not tried
 * @param disagreements databases of which the catalogue views and INFORMATION_SCHEMA showed different numbers of tables (views too) or columns
 * @param alive whether a process works on it; a running one that is not alive is dead
 */
record RunView(
        long run,
        String status,
        String mode,
        Counts databases,
        List<Failure> failures,
        List<Skip> skips,
        List<Disagreement> disagreements,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean alive,
        Cost cost) {

    RunView {
        failures = List.copyOf(failures);
        skips = List.copyOf(skips);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * What was taken of the servers.
     *
     * @param sourceMillis how long the harvest waited for them, added up over all databases
     * @param attempts how often a database was begun
     */
    record Cost(
            long connections,
            long roundTrips,
            long rows,
            long bytesIn,
            long bytesOut,
            long sourceMillis,
            long attempts) {}

    /** How many databases took part, and how they ended; of a running run some have not. */
    record Counts(int total, int published, int unchanged, int held, int failed, int skipped) {}

    /** A server (then the database is null) or a database that could not be harvested or is held. */
    record Failure(
            String server,
            @Nullable String database,
            @Nullable String section,
            String code,
            String reason) {}

    /** A database that the sweep saw to be out of reach, and why. */
    record Skip(String server, String database, String code, String reason) {}

    /** What was counted in two ways. */
    record Disagreement(String server, String database, CurrentSnapshot.Count tables, CurrentSnapshot.Count columns) {}
}

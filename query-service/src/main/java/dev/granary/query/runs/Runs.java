package dev.granary.query.runs;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs from the store. */
@Component
class Runs {

    private static final String RUNS = Sql.beside(Runs.class, "runs");
    private static final String DATABASES = Sql.beside(Runs.class, "run-databases");

    private final JdbcClient store;

    Runs(JdbcClient store) {
        this.store = store;
    }

    Optional<RunView> byId(long run) {
        return run == Long.MAX_VALUE
                ? Optional.empty()
                : below(run + 1, 1).stream().filter(r -> r.run() == run).findFirst();
    }

    /** The latest first. */
    List<RunView> below(long run, int limit) {
        var statement = store.sql(RUNS).param("before", run).param("limit", limit);
        var rows = Sql.list(statement, RunRow.class);
        var lists = RunLists.read(store, rows.stream().map(RunRow::run).toList());
        return rows.stream().map(row -> row.view(lists)).toList();
    }

    /** The databases of a run after that id, by id. */
    List<RunDatabaseView> databases(long run, long after, int limit) {
        var statement =
                store.sql(DATABASES).param("run", run).param("after", after).param("limit", limit);
        return Sql.list(statement, DatabaseRow.class).stream()
                .map(DatabaseRow::view)
                .toList();
    }

    record DatabaseRow(
            int databaseId,
            String server,
            String database,
            String state,
            @Nullable String outcome,
            long attempts,
            @Nullable String code,
            @Nullable String reason,
            long connections,
            long roundTrips,
            long rows,
            long bytesIn,
            long bytesOut,
            long sourceMillis) {

        RunDatabaseView view() {
            return new RunDatabaseView(
                    databaseId,
                    server,
                    StoredText.decode(database),
                    outcome == null ? state : outcome,
                    code,
                    reason == null ? null : StoredText.decode(reason),
                    new RunView.Cost(connections, roundTrips, rows, bytesIn, bytesOut, sourceMillis, attempts));
        }
    }

    record RunRow(
            long run,
            String status,
            String mode,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            int total,
            int published,
            int unchanged,
            int held,
            int failed,
            int skipped,
            boolean alive,
            long connections,
            long roundTrips,
            long rows,
            long bytesIn,
            long bytesOut,
            long sourceMillis,
            long attempts) {

        RunView view(RunLists lists) {
            return new RunView(
                    run,
                    status,
                    mode,
                    new RunView.Counts(total, published, unchanged, held, failed, skipped),
                    lists.failures(run),
                    lists.skips(run),
                    lists.disagreements(run),
                    startedAt.toInstant(),
                    endedAt == null ? null : endedAt.toInstant(),
                    alive,
                    new RunView.Cost(connections, roundTrips, rows, bytesIn, bytesOut, sourceMillis, attempts));
        }
    }
}

package dev.granary.query.runs;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs from the store. */
@Component
class Runs {

    private static final String RUNS = Sql.beside(Runs.class, "runs");
    private static final String FAILURES = Sql.beside(Runs.class, "failures");

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
        var failures = failures(rows.stream().map(RunRow::run).toList());
        return rows.stream()
                .map(row -> row.view(failures.getOrDefault(row.run(), List.of())))
                .toList();
    }

    private Map<Long, List<RunView.Failure>> failures(List<Long> runs) {
        return runs.isEmpty()
                ? Map.of()
                : Sql.list(store.sql(FAILURES).param("runs", runs), FailureRow.class).stream()
                        .collect(Collectors.groupingBy(
                                FailureRow::run, Collectors.mapping(FailureRow::view, Collectors.toList())));
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
            int skipped) {

        RunView view(List<RunView.Failure> failures) {
            return new RunView(
                    run,
                    status,
                    mode,
                    new RunView.Counts(total, published, unchanged, held, failed, skipped),
                    failures,
                    startedAt.toInstant(),
                    endedAt == null ? null : endedAt.toInstant());
        }
    }

    record FailureRow(
            long run,
            String server,
            @Nullable String database,
            @Nullable String section,
            String code,
            String reason) {

        RunView.Failure view() {
            var name = database == null ? null : StoredText.decode(database);
            return new RunView.Failure(server, name, section, code, StoredText.decode(reason));
        }
    }
}

package dev.granary.query.runs;

import dev.granary.content.StoredText;
import dev.granary.query.pointers.CurrentSnapshot;
import dev.granary.query.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs tell of single databases: those that failed or are held, those that were skipped, those whose counts disagree. */
record RunLists(
        Map<Long, List<RunView.Failure>> failures,
        Map<Long, List<RunView.Skip>> skips,
        Map<Long, List<RunView.Disagreement>> disagreements) {

    private static final String FAILURES = Sql.beside(RunLists.class, "failures");
    private static final String SKIPS = Sql.beside(RunLists.class, "skips");
    private static final String DISAGREEMENTS = Sql.beside(RunLists.class, "disagreements");

    RunLists {
        failures = Map.copyOf(failures);
        skips = Map.copyOf(skips);
        disagreements = Map.copyOf(disagreements);
    }

    static RunLists read(JdbcClient store, List<Long> runs) {
        return runs.isEmpty()
                ? new RunLists(Map.of(), Map.of(), Map.of())
                : new RunLists(
                        byRun(list(store, FAILURES, runs, FailureRow.class), FailureRow::run, FailureRow::view),
                        byRun(list(store, SKIPS, runs, SkipRow.class), SkipRow::run, SkipRow::view),
                        byRun(
                                list(store, DISAGREEMENTS, runs, DisagreementRow.class),
                                DisagreementRow::run,
                                DisagreementRow::view));
    }

    List<RunView.Failure> failures(long run) {
        return failures.getOrDefault(run, List.of());
    }

    List<RunView.Skip> skips(long run) {
        return skips.getOrDefault(run, List.of());
    }

    List<RunView.Disagreement> disagreements(long run) {
        return disagreements.getOrDefault(run, List.of());
    }

    private static <R> List<R> list(JdbcClient store, String statement, List<Long> runs, Class<R> row) {
        return Sql.list(store.sql(statement).param("runs", runs), row);
    }

    private static <R, V> Map<Long, List<V>> byRun(List<R> rows, Function<R, Long> run, Function<R, V> view) {
        return rows.stream().collect(Collectors.groupingBy(run, Collectors.mapping(view, Collectors.toList())));
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

    record SkipRow(long run, String server, String database, String code, String reason) {

        RunView.Skip view() {
            return new RunView.Skip(server, StoredText.decode(database), code, StoredText.decode(reason));
        }
    }

    record DisagreementRow(
            long run,
            String server,
            String database,
            long tablesSys,
            long tablesInformationSchema,
            long columnsSys,
            long columnsInformationSchema) {

        RunView.Disagreement view() {
            return new RunView.Disagreement(
                    server,
                    StoredText.decode(database),
                    new CurrentSnapshot.Count(tablesSys, tablesInformationSchema),
                    new CurrentSnapshot.Count(columnsSys, columnsInformationSchema));
        }
    }
}

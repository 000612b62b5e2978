package dev.granary.harvester.runs;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of runs. */
@Component
public class RunReports {

    private static final String RUNS = SqlFile.read(RunReports.class, "run-counts");
    private static final String FAILURES = SqlFile.read(RunReports.class, "run-failures");
    private static final String ITEMS = SqlFile.read(RunReports.class, "run-items");
    private static final String RESTING = SqlFile.read(RunReports.class, "resting-servers");
    private static final String COST = SqlFile.read(RunReports.class, "run-cost");
    private static final String DISAGREEMENTS = SqlFile.read(RunReports.class, "run-disagreements");
    private static final String SKIPS = SqlFile.read(RunReports.class, "run-skips");

    private final JdbcClient store;

    public RunReports(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** A run in a list. */
    public record Summary(
            long run,
            String status,
            @Nullable String mode,
            boolean alive,
            Instant startedAt,
            @Nullable Instant endedAt,
            HarvestReport.Counts databases) {}

    public Optional<HarvestReport> report(long run) {
        return summaries(run, 1).stream().findFirst().map(this::report);
    }

    /** A database of a run: its outcome, or queued or leased, and what it has cost so far. */
    public record Item(
            String server,
            String database,
            String outcome,
            @Nullable String code,
            HarvestReport.Cost cost) {}

    /** What each database of a run cost, the most expensive first. */
    public List<Item> items(long run) {
        return store.sql(ITEMS).param("run", run).query(RunReports::item).list();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("server"),
                StoredText.decode(row.getString("database")),
                row.getString("outcome"),
                row.getString("code"),
                new HarvestReport.Cost(
                        row.getLong("connections"),
                        row.getLong("round_trips"),
                        row.getLong("rows"),
                        row.getLong("bytes_in"),
                        row.getLong("bytes_out"),
                        row.getLong("source_millis"),
                        row.getLong("attempts")));
    }

    /** Servers that are left to rest, as words can tell it. */
    public List<String> resting() {
        return store.sql(RESTING)
                .query((row, number) -> StoredText.decode(row.getString(1)))
                .list();
    }

    /** The latest runs first. */
    public List<Summary> latest(int limit) {
        return summaries(null, limit);
    }

    private HarvestReport report(Summary summary) {
        var failures = store.sql(FAILURES)
                .param("run", summary.run())
                .query(RunReports::failure)
                .list();
        var skips = store.sql(SKIPS)
                .param("run", summary.run())
                .query(RunReports::skip)
                .list();
        var cost = store.sql(COST)
                .param("run", summary.run())
                .query(HarvestReport.Cost.class)
                .single();
        var mode = summary.mode() == null ? HarvestMode.FULL.text() : summary.mode();
        var disagreements = store.sql(DISAGREEMENTS)
                .param("run", summary.run())
                .query(RunReports::disagreement)
                .list();
        return new HarvestReport(
                summary.run(), summary.status(), mode, summary.databases(), failures, skips, disagreements, cost);
    }

    private List<Summary> summaries(@Nullable Long run, int limit) {
        return store.sql(RUNS)
                .param("run", run)
                .param("limit", limit)
                .query(RunReports::summary)
                .list();
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Summary(
                row.getLong("id"),
                row.getString("status"),
                row.getString("mode"),
                row.getBoolean("alive"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                new HarvestReport.Counts(
                        row.getLong("total"),
                        row.getLong("published"),
                        row.getLong("unchanged"),
                        row.getLong("held"),
                        row.getLong("failed"),
                        row.getLong("skipped")));
    }

    private static HarvestReport.Failure failure(ResultSet row, int number) throws SQLException {
        return new HarvestReport.Failure(
                row.getString("server"),
                decoded(row.getString("database")),
                row.getString("section"),
                row.getString("code"),
                StoredText.decode(row.getString("reason")));
    }

    private static HarvestReport.Disagreement disagreement(ResultSet row, int number) throws SQLException {
        return new HarvestReport.Disagreement(
                row.getString("server"),
                StoredText.decode(row.getString("database")),
                new HarvestReport.Count(row.getLong("tables_sys"), row.getLong("tables_information_schema")),
                new HarvestReport.Count(row.getLong("columns_sys"), row.getLong("columns_information_schema")));
    }

    private static HarvestReport.Skip skip(ResultSet row, int number) throws SQLException {
        return new HarvestReport.Skip(
                row.getString("server"),
                StoredText.decode(row.getString("database")),
                row.getString("code"),
                StoredText.decode(row.getString("reason")));
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : StoredText.decode(text);
    }
}

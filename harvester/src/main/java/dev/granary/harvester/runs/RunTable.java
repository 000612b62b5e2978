package dev.granary.harvester.runs;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code granary.run} and {@code granary.run_problem}. */
@Component
public class RunTable {

    private static final String HARVEST = "harvest";
    private static final String BEGIN = SqlFile.read(RunTable.class, "begin-run");
    private static final String BEAT = SqlFile.read(RunTable.class, "beat");
    private static final String TAKE_OVER = SqlFile.read(RunTable.class, "take-over-run");
    private static final String ADD_PROBLEM = SqlFile.read(RunTable.class, "add-problem");
    private static final String LIVE = SqlFile.read(RunTable.class, "live-runs");
    private static final String END = SqlFile.read(RunTable.class, "end-run");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient store;
    private final Duration deadAfter;

    @Autowired
    public RunTable(DataSource store, HarvestProperties properties) {
        this.store = JdbcClient.create(store);
        this.deadAfter = properties.deadAfter();
    }

    public RunTable(DataSource store) {
        this(store, HarvestProperties.DEFAULT);
    }

    public long begin(HarvestRequest request, String process) {
        return store.sql(BEGIN)
                .param("kind", HARVEST)
                .param("mode", request.mode().text())
                .param("requested", RequestJson.write(JSON, request))
                .param("process", process)
                .param("deadAfterSeconds", seconds())
                .query(Long.class)
                .single();
    }

    private double seconds() {
        return deadAfter.toMillis() / 1000.0;
    }

    /** Renews the heartbeat; false if the run has ended or belongs to another process by now. */
    public boolean beat(long run, String process) {
        return store.sql(BEAT).param("run", run).param("process", process).update() == 1;
    }

    /** Makes a dead run this process's own and alive again; empty if it is not dead. */
    public Optional<HarvestRequest> takeOver(long run, String process) {
        return store.sql(TAKE_OVER)
                .param("run", run)
                .param("process", process)
                .param("deadAfterSeconds", seconds())
                .query(String.class)
                .optional()
                .map(json -> RequestJson.read(JSON, json));
    }

    /** Leaves a run for whoever relaunches it, at once: its heartbeat says that nobody works on it. */
    public void suspend(long run, String process) {
        store.sql(
                        "UPDATE granary.run SET heartbeat_at = '-infinity' WHERE id = :run AND status = 'running' AND process = :process")
                .param("run", run)
                .param("process", process)
                .update();
    }

    public void end(long run, String process, RunStatus status) {
        store.sql(END)
                .param("status", status.text())
                .param("run", run)
                .param("process", process)
                .update();
    }

    /** Running runs whose processes are dead, the oldest first. */
    public List<Long> dead() {
        return store.sql(
                        "SELECT id FROM granary.run WHERE kind = :kind AND status = 'running' AND heartbeat_at < now() - dead_after"
                                + " ORDER BY id")
                .param("kind", HARVEST)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * Keeps the run this process's own until the surrounding transaction ends: nobody can take it over meanwhile.
     *
     * @throws LostRunException if another process has taken it over, or it has ended
     */
    public void hold(long run, String process) {
        if (store.sql(
                        "SELECT id FROM granary.run WHERE id = :run AND status = 'running' AND process = :process FOR SHARE")
                .param("run", run)
                .param("process", process)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            throw new LostRunException(run);
        }
    }

    /** Whether all work of the run was queued by an earlier sweep. */
    public boolean isSwept(long run) {
        return store.sql("SELECT swept_at IS NOT NULL FROM granary.run WHERE id = :run")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    public void swept(long run) {
        store.sql("UPDATE granary.run SET swept_at = now() WHERE id = :run")
                .param("run", run)
                .update();
    }

    public void executedAs(long run, long batchExecution) {
        store.sql("UPDATE granary.run SET batch_execution_id = :execution WHERE id = :run")
                .param("execution", batchExecution)
                .param("run", run)
                .update();
    }

    public Optional<Long> batchExecution(long run) {
        return store.sql(
                        "SELECT batch_execution_id FROM granary.run WHERE id = :run AND batch_execution_id IS NOT NULL")
                .param("run", run)
                .query(Long.class)
                .optional();
    }

    public Optional<HarvestRequest> request(long run) {
        return store.sql("SELECT requested::text FROM granary.run WHERE id = :run")
                .param("run", run)
                .query(String.class)
                .optional()
                .map(json -> RequestJson.read(JSON, json));
    }

    /** The state of a run as words can tell it; empty if there is none of that id. */
    public Optional<RunState> state(long run) {
        return store.sql(
                        "SELECT status, heartbeat_at, extract(epoch FROM dead_after) AS dead_after FROM granary.run WHERE id = :run")
                .param("run", run)
                .query((row, number) -> new RunState(
                        RunStatus.of(row.getString("status")),
                        row.getObject("heartbeat_at", OffsetDateTime.class),
                        Duration.ofMillis(Math.round(row.getDouble("dead_after") * 1000))))
                .optional();
    }

    /** A run's status and when its process last gave a sign of life. */
    public record RunState(RunStatus status, OffsetDateTime heartbeatAt, Duration deadAfter) {}

    /** Requests of harvests whose processes are alive. */
    public List<HarvestRequest> live() {
        return store.sql(LIVE)
                .param("kind", HARVEST)
                .query((row, number) -> RequestJson.read(JSON, row.getString(1)))
                .list();
    }

    public void clearProblems(long run) {
        store.sql("DELETE FROM granary.run_problem WHERE run_id = :run")
                .param("run", run)
                .update();
    }

    public void addProblem(long run, RunProblem problem) {
        store.sql(ADD_PROBLEM)
                .param("run", run)
                .param("server", problem.server())
                .param("database", encoded(problem.database()))
                .param("code", problem.code())
                .param("reason", StoredText.encode(problem.reason()))
                .update();
    }

    public boolean hasProblems(long run) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.run_problem WHERE run_id = :run)")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String encoded(@Nullable String text) {
        return text == null ? null : StoredText.encode(text);
    }
}

package dev.granary.harvester.requests;

import dev.granary.content.StoredText;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.sql.SqlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes requests one after the other. A request, what it brings about and its outcome are one transaction, so that a process that dies in
 * between leaves it as if never taken; only the run that it asks for starts after it.
 */
@Component
class RequestDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);
    private static final String NEXT = SqlFile.read(RequestDesk.class, "next-request");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient store;
    private final TransactionTemplate whole;
    private final TransactionTemplate attempt;
    private final HarvestRuns harvests;
    private final Map<String, RequestHandler> handlers;

    RequestDesk(
            DataSource store,
            PlatformTransactionManager transactions,
            HarvestRuns harvests,
            List<RequestHandler> handlers) {
        this.store = JdbcClient.create(store);
        this.whole = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.harvests = harvests;
        this.handlers = new HashMap<>();
        handlers.forEach(handler -> handler.kinds().forEach(kind -> this.handlers.put(kind, handler)));
    }

    /** What came of a request; the run is null where none was asked for. */
    private record Outcome(
            String word, @Nullable String reason, @Nullable Long run) {}

    /** True if there was one. */
    boolean takeOne() {
        var taken = whole.execute(status -> next().map(request -> {
            var outcome = carriedOut(request);
            end(request, outcome);
            return outcome;
        }));
        if (taken == null || taken.isEmpty()) {
            return false;
        }
        var run = taken.get().run();
        if (run != null) {
            harvests.launch(run);
        }
        return true;
    }

    private Optional<Request> next() {
        return store.sql(NEXT)
                .query((row, number) -> new Request(
                        row.getLong("id"),
                        row.getString("kind"),
                        JSON.readTree(row.getString("body")),
                        row.getString("requested_by")))
                .optional();
    }

    private Outcome carriedOut(Request request) {
        var handler = handlers.get(request.kind());
        if (handler == null) {
            return new Outcome("refused", "This harvester knows no requests of kind " + request.kind(), null);
        }
        try {
            var outcome = attempt.execute(status -> {
                try {
                    return done(handler.handle(request));
                } catch (HarvestRefused refused) {
                    status.setRollbackOnly();
                    return new Outcome("refused", refused.getMessage(), null);
                }
            });
            LOG.info("Request {} ({} by {}): {}", request.id(), request.kind(), request.requestedBy(), outcome);
            return outcome;
        } catch (RuntimeException bug) {
            LOG.error("Request {} ({}) failed", request.id(), request.kind(), bug);
            return new Outcome("failed", "A fault of Granary's own: the harvester's log has the details.", null);
        }
    }

    private static Outcome done(OptionalLong run) {
        return new Outcome("done", null, run.isPresent() ? run.getAsLong() : null);
    }

    private void end(Request request, Outcome outcome) {
        store.sql("UPDATE granary.request SET taken_at = now(), outcome = :outcome, reason = :reason, run_id = :run"
                        + " WHERE id = :id")
                .param("outcome", outcome.word())
                .param("reason", outcome.reason() == null ? null : StoredText.encode(outcome.reason()))
                .param("run", outcome.run())
                .param("id", request.id())
                .update();
    }
}

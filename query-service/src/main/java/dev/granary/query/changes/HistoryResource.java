package dev.granary.query.changes;

import dev.granary.content.StoredText;
import dev.granary.model.PlacementCause;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an object was over time, also one that is gone. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryResource {

    private static final String HISTORY = Sql.beside(HistoryResource.class, "history");

    private final JdbcClient store;

    HistoryResource(JdbcClient store) {
        this.store = store;
    }

    @Operation(summary = "Lists what an object was, the oldest first, with what changed each time")
    @GetMapping("/api/v1/objects/{id}/history")
    Page<HistoryView> history(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "history", id);
        var statement = store.sql(HISTORY)
                .param("object", id)
                .param("after", request.afterNumber().orElse(0L))
                .param("limit", request.limit() + 1);
        var rows = Sql.list(statement, Row.class);
        if (rows.isEmpty() && request.after().isEmpty()) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no object %d".formatted(id));
        }
        return Page.of(rows, request, row -> List.of(Integer.toString(row.fromSequence())))
                .map(Row::view);
    }

    record Row(
            int fromSequence,
            @Nullable Integer toSequence,
            @Nullable Integer placementCause,
            @Nullable String schema,
            String name,
            String kind,
            String definitionHash,
            @Nullable OffsetDateTime lastSeenWithout,
            @Nullable OffsetDateTime firstSeenWith,
            @Nullable OffsetDateTime lastSeenWith,
            @Nullable OffsetDateTime firstSeenWithout,
            @Nullable String event,
            boolean breaking,
            @Nullable String cause,
            @Nullable String detail) {

        HistoryView view() {
            return new HistoryView(
                    fromSequence,
                    toSequence,
                    kind,
                    FeedRow.decoded(schema),
                    StoredText.decode(name),
                    definitionHash,
                    new HistoryView.Since(instant(lastSeenWithout), instant(firstSeenWith)),
                    toSequence == null ? null : new HistoryView.Until(instant(lastSeenWith), instant(firstSeenWithout)),
                    event,
                    breaking,
                    placementCause == null
                            ? Objects.requireNonNullElse(cause, "source")
                            : PlacementCause.ofCode(placementCause).jsonName(),
                    Difference.listed(detail),
                    Difference.unlisted(detail));
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }
}

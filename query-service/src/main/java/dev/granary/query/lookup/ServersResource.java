package dev.granary.query.lookup;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The registered servers. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ServersResource {

    private static final String SERVERS = Sql.beside(ServersResource.class, "servers");
    private static final TypeReference<List<String>> TAGS = new TypeReference<>() {};

    private final JdbcClient store;
    private final JsonMapper json;

    ServersResource(JdbcClient store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Operation(summary = "Lists the registered servers")
    @GetMapping("/api/v1/servers")
    Page<ServerView> servers(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "servers");
        var statement = store.sql(SERVERS)
                .param("after", request.after().map(List::getFirst).orElse(""))
                .param("limit", limit + 1);
        var rows = Sql.list(statement, Row.class);
        return Page.of(rows, request, row -> List.of(row.name())).map(this::view);
    }

    private ServerView view(Row row) {
        var tags = json.readValue(row.tags(), TAGS);
        return new ServerView(
                row.name(),
                row.environment(),
                tags,
                row.version(),
                row.enabled(),
                row.status(),
                health(row),
                pause(row),
                breaker(row));
    }

    private static ServerView.@Nullable Health health(Row row) {
        if (row.health() == null || row.checkedAt() == null) {
            return null;
        }
        return new ServerView.Health(
                row.health(),
                row.checkedAt().toInstant(),
                instant(row.successAt()),
                row.latencyMs(),
                row.failures() == null ? 0 : row.failures(),
                row.reason() == null ? null : StoredText.decode(row.reason()));
    }

    private static ServerView.@Nullable Pause pause(Row row) {
        return row.paused() ? new ServerView.Pause(instant(row.pausedUntil()), row.pauseReason()) : null;
    }

    private static ServerView.@Nullable Breaker breaker(Row row) {
        if (row.breakerFailures() == null || row.breakerCode() == null || row.breakerReason() == null) {
            return null;
        }
        return new ServerView.Breaker(
                row.breakerFailures(),
                instant(row.restUntil()),
                row.breakerCode(),
                StoredText.decode(row.breakerReason()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    record Row(
            String name,
            @Nullable String environment,
            String tags,
            @Nullable String version,
            boolean enabled,
            String status,
            @Nullable String health,
            @Nullable OffsetDateTime checkedAt,
            @Nullable OffsetDateTime successAt,
            @Nullable Double latencyMs,
            @Nullable Integer failures,
            @Nullable String reason,
            boolean paused,
            @Nullable OffsetDateTime pausedUntil,
            @Nullable String pauseReason,
            @Nullable Integer breakerFailures,
            @Nullable OffsetDateTime restUntil,
            @Nullable String breakerCode,
            @Nullable String breakerReason) {}
}

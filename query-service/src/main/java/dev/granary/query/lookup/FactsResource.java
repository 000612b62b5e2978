package dev.granary.query.lookup;

import dev.granary.query.store.Sql;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.query.web.TimeParameter;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What servers say of themselves. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class FactsResource {

    private static final String FACTS = Sql.beside(FactsResource.class, "facts");

    private final JdbcClient store;
    private final JsonMapper json;

    FactsResource(JdbcClient store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Operation(summary = "Tells a server's properties, configuration and linked servers, now or as of a time")
    @GetMapping("/api/v1/servers/{server}/facts")
    FactsView facts(@PathVariable String server, @RequestParam(required = false) @Nullable String asOf) {
        var at = TimeParameter.read("asOf", asOf);
        var statement =
                store.sql(FACTS).param("server", server).param("at", at == null ? null : at.atOffset(ZoneOffset.UTC));
        var rows = Sql.list(statement, Row.class);
        if (rows.isEmpty() && !isRegistered(server)) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no server %s".formatted(server));
        }
        return new FactsView(server, at, rows.stream().map(this::view).toList());
    }

    private boolean isRegistered(String server) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.server WHERE name = ?)")
                .param(server)
                .query(Boolean.class)
                .single();
    }

    private FactsView.FactView view(Row row) {
        return new FactsView.FactView(
                row.fact(),
                row.status(),
                row.code(),
                row.reason(),
                instant(row.seenFrom()),
                instant(row.seenTo()),
                row.body() == null ? null : json.readValue(row.body(), Object.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    record Row(
            String fact,
            String status,
            @Nullable String code,
            @Nullable String reason,
            @Nullable OffsetDateTime seenFrom,
            @Nullable OffsetDateTime seenTo,
            @Nullable String body) {}
}

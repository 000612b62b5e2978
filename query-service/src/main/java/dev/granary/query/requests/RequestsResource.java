package dev.granary.query.requests;

import dev.granary.query.access.AccessFilter;
import dev.granary.query.web.BodyFields;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.registry.NamePattern;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What callers ask of the harvester. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class RequestsResource {

    private static final Set<String> MODES = Set.of("full", "incremental");

    private final Requests requests;

    RequestsResource(Requests requests) {
        this.requests = requests;
    }

    @Operation(summary = "Asks for a harvest; server and database are patterns, mode is full or incremental")
    @PostMapping("/api/v1/harvests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RequestView harvest(
            @Parameter(hidden = true) @RequestAttribute(AccessFilter.CALLER) String caller,
            @BodyFields({"server", "database", "mode"})
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String text) {
        var body = RequestBody.of(text, Set.of("server", "database", "mode"));
        refuseBadPattern("server", body);
        refuseBadPattern("database", body);
        body.text("mode").filter(mode -> !MODES.contains(mode)).ifPresent(mode -> {
            throw new RefusedException(Reason.INVALID_PARAMETER, "mode must be full or incremental");
        });
        return requests.add("harvest", body, caller);
    }

    @Operation(summary = "Says what came of a request")
    @GetMapping("/api/v1/requests/{id}")
    RequestView byId(@PathVariable long id) {
        return requests.byId(id)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no request %d".formatted(id)));
    }

    private static void refuseBadPattern(String field, RequestBody body) {
        body.text(field).ifPresent(text -> {
            try {
                NamePattern.of(text);
            } catch (IllegalArgumentException e) {
                throw new RefusedException(Reason.INVALID_PARAMETER, "%s: %s".formatted(field, e.getMessage()));
            }
        });
    }
}

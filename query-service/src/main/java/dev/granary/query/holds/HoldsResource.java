package dev.granary.query.holds;

import dev.granary.query.access.AccessFilter;
import dev.granary.query.requests.RequestBody;
import dev.granary.query.requests.RequestView;
import dev.granary.query.requests.Requests;
import dev.granary.query.web.BodyFields;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.registry.NamePattern;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The holds, and the decisions about them, which a harvester carries out. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class HoldsResource {

    private static final Set<String> STATES = Set.of("open", "applied", "rejected", "superseded");

    /** What was rejected may be released after all. */
    private static final Set<String> RELEASABLE = Set.of("open", "rejected");

    private static final Set<String> REJECTABLE = Set.of("open");

    private final Holds holds;
    private final Requests requests;

    HoldsResource(Holds holds, Requests requests) {
        this.holds = holds;
        this.requests = requests;
    }

    @Operation(summary = "Lists the holds, the latest first; server and database are patterns")
    @GetMapping("/api/v1/holds")
    Page<HoldView> list(
            @RequestParam(required = false) @Nullable String server,
            @RequestParam(required = false) @Nullable String database,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "holds", server, database, state);
        var servers = pattern("server", server);
        var databases = pattern("database", database);
        if (state != null && !STATES.contains(state)) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER, "state must be one of open, applied, rejected, superseded");
        }
        var rows = holds.below(request.afterNumber().orElse(Long.MAX_VALUE), servers, databases, state, limit + 1);
        return Page.of(rows, request, hold -> List.of(Integer.toString(hold.id())));
    }

    @Operation(summary = "Finds a hold by its id")
    @GetMapping("/api/v1/holds/{id}")
    HoldView byId(@PathVariable int id) {
        return hold(id);
    }

    @Operation(summary = "Lists what a hold keeps: objects, or the parts of them that could not be read")
    @GetMapping("/api/v1/holds/{id}/objects")
    Page<HeldObject> objects(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 3, "held", id);
        hold(id);
        return Page.of(
                holds.objects(id, request),
                request,
                held -> List.of(held.schema(), held.name(), Integer.toString(held.id())));
    }

    @Operation(summary = "Asks for a hold to be released: what it lists is gone")
    @PostMapping("/api/v1/holds/{id}/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RequestView release(
            @PathVariable int id,
            @Parameter(hidden = true) @RequestAttribute(AccessFilter.CALLER) String caller,
            @BodyFields({"note", "updatedAt"})
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        return decide("release", RELEASABLE, id, caller, body);
    }

    @Operation(summary = "Asks for a hold to be rejected: what it lists is not gone")
    @PostMapping("/api/v1/holds/{id}/reject")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RequestView reject(
            @PathVariable int id,
            @Parameter(hidden = true) @RequestAttribute(AccessFilter.CALLER) String caller,
            @BodyFields({"note", "updatedAt"})
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        return decide("reject", REJECTABLE, id, caller, body);
    }

    private RequestView decide(String kind, Set<String> decidable, int id, String caller, @Nullable String text) {
        var body = RequestBody.of(text, Set.of("note", "updatedAt"));
        var hold = hold(id);
        if (!decidable.contains(hold.state())) {
            throw new RefusedException(
                    Reason.CONFLICT, "Hold %d is %s: there is nothing left to decide".formatted(id, hold.state()));
        }
        var seen = body.text("updatedAt");
        if (seen.isPresent() && !seen.get().equals(hold.updatedAt().toString())) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "A harvest listed hold %d anew at %s: look at it again".formatted(id, hold.updatedAt()));
        }
        return requests.add(kind, body.with("hold", id), caller);
    }

    private HoldView hold(int id) {
        return holds.byId(id)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no hold %d".formatted(id)));
    }

    private static @Nullable NamePattern pattern(String parameter, @Nullable String text) {
        try {
            return text == null ? null : NamePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID_PARAMETER, "%s: %s".formatted(parameter, e.getMessage()));
        }
    }
}

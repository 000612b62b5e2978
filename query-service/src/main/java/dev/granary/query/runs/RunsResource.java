package dev.granary.query.runs;

import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The harvests that were run. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class RunsResource {

    private final Runs runs;

    RunsResource(Runs runs) {
        this.runs = runs;
    }

    @Operation(summary = "Lists the runs, the latest first")
    @GetMapping("/api/v1/runs")
    Page<RunView> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "runs");
        var rows = runs.below(request.afterNumber().orElse(Long.MAX_VALUE), limit + 1);
        return Page.of(rows, request, run -> List.of(Long.toString(run.run())));
    }

    @Operation(summary = "Finds a run by its number")
    @GetMapping("/api/v1/runs/{id}")
    RunView byId(@PathVariable long id) {
        return runs.byId(id)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no run %d".formatted(id)));
    }

    @Operation(summary = "Lists the databases of a run, with what became of each and what it cost its server")
    @GetMapping("/api/v1/runs/{id}/databases")
    Page<RunDatabaseView> databases(
            @PathVariable long id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "run-databases-" + id);
        byId(id);
        var rows = runs.databases(id, request.afterNumber().orElse(0L), limit + 1);
        return Page.of(rows, request, row -> List.of(Integer.toString(row.databaseId())));
    }
}

package dev.granary.query.diff;

import dev.granary.query.lookup.Databases;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.query.web.TimeParameter;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The difference between two databases, or between two states of one. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class DiffResource {

    private final TransactionTemplate oneState;
    private final Databases databases;
    private final Snapshots snapshots;
    private final Diff diff;

    DiffResource(TransactionTemplate oneState, Databases databases, Snapshots snapshots, Diff diff) {
        this.oneState = oneState;
        this.databases = databases;
        this.snapshots = snapshots;
        this.diff = diff;
    }

    @Operation(
            summary = "Compares two databases, or one at two snapshots; a side is server/database or a database's id")
    @GetMapping("/api/v1/diff")
    DiffView diff(
            @RequestParam String left,
            @RequestParam String right,
            @RequestParam(required = false) @Nullable String leftAt,
            @RequestParam(required = false) @Nullable String rightAt,
            @RequestParam(required = false) @Nullable Integer leftSnapshot,
            @RequestParam(required = false) @Nullable Integer rightSnapshot,
            @RequestParam(required = false) @Nullable String parts,
            @RequestParam(defaultValue = "100") int limit) {
        var leftDatabase = database(left);
        var rightDatabase = database(right);
        var leftTime = TimeParameter.read("leftAt", leftAt);
        var rightTime = TimeParameter.read("rightAt", rightAt);
        var asked = Parts.of(parts);
        int most = PageRequest.limit(limit);
        // Between the snapshots and what they are made of, a night's thinning and collection may come.
        return Objects.requireNonNull(oneState.execute(_ -> diff.compare(
                snapshots.of(leftDatabase, leftSnapshot, leftTime),
                snapshots.of(rightDatabase, rightSnapshot, rightTime),
                asked,
                most)));
    }

    /** A server's name has no slash; a database's may. */
    private DatabasePointer database(String side) {
        int slash = side.indexOf('/');
        if (slash > 0) {
            return databases.byName(side.substring(0, slash), side.substring(slash + 1));
        }
        try {
            return databases.byId(Integer.parseInt(side));
        } catch (NumberFormatException _) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER, "a side is a server and a database, as erp-prod/ERP, or a database's id");
        }
    }
}

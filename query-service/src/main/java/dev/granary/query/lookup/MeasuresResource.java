package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.query.web.TimeParameter;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sizes of tables, indexed views and indexes. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class MeasuresResource {

    private static final int KEY = 5;

    private final Databases databases;
    private final Placements placements;
    private final Measures measures;

    MeasuresResource(Databases databases, Placements placements, Measures measures) {
        this.databases = databases;
        this.placements = placements;
        this.measures = measures;
    }

    @Operation(
            summary =
                    "Tells present sizes, or with from or to how they changed; of one object if schema and name say which")
    @GetMapping("/api/v1/servers/{server}/databases/{database}/measures")
    ResponseEntity<MeasurePage> measures(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var found = databases.byName(server, database);
        var request = PageRequest.of(limit, cursor, KEY, "measures", found.id(), schema, name, from, to);
        return list(found, schema, name, from, to, request);
    }

    @Operation(summary = "The same for a database given by id")
    @GetMapping("/api/v1/databases/{id}/measures")
    ResponseEntity<MeasurePage> measuresOf(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var found = databases.byId(id);
        var request = PageRequest.of(limit, cursor, KEY, "measures", found.id(), schema, name, from, to);
        return list(found, schema, name, from, to, request);
    }

    private ResponseEntity<MeasurePage> list(
            DatabasePointer database,
            @Nullable String schema,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to,
            PageRequest request) {
        var since = TimeParameter.read("from", from);
        var until = TimeParameter.read("to", to);
        Harvested.snapshot(database);
        var objects = objects(database, schema, name);
        return Freshness.answer(database, measures.page(database.id(), objects, since, until, request));
    }

    private @Nullable List<Integer> objects(DatabasePointer database, @Nullable String schema, @Nullable String name) {
        if (schema == null && name == null) {
            return null;
        }
        if (schema == null || name == null) {
            throw new RefusedException(Reason.INVALID_PARAMETER, "schema and name belong together: give both or none");
        }
        var found = placements.byName(database.id(), schema, name, database.collation());
        if (found.isEmpty()) {
            throw new RefusedException(
                    Reason.NOT_FOUND,
                    "There is no object %s.%s in database %s".formatted(schema, name, database.name()));
        }
        return found.stream().map(Placement::objectId).toList();
    }
}

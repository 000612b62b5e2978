package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lives in a database but in no schema: partition functions and schemes, assemblies, triggers on the database. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class DatabaseObjectsResource {

    private static final Comparator<DatabaseObjectView> ORDER =
            Comparator.comparing(DatabaseObjectView::kind).thenComparing(DatabaseObjectView::name);

    private final Databases databases;
    private final Placements placements;

    DatabaseObjectsResource(Databases databases, Placements placements) {
        this.databases = databases;
        this.placements = placements;
    }

    @Operation(summary = "Lists what lives in a database but in no schema, by kind and name")
    @GetMapping("/api/v1/servers/{server}/databases/{database}/database-objects")
    ResponseEntity<Page<DatabaseObjectView>> objects(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byName(server, database), limit, cursor);
    }

    @Operation(summary = "Lists what lives in a database given by id but in no schema, by kind and name")
    @GetMapping("/api/v1/databases/{id}/database-objects")
    ResponseEntity<Page<DatabaseObjectView>> objectsOf(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byId(id), limit, cursor);
    }

    private ResponseEntity<Page<DatabaseObjectView>> list(
            DatabasePointer database, int limit, @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 2, "database-objects", database.id());
        Harvested.snapshot(database);
        var after = request.after().orElse(List.of("", ""));
        var rows = placements.inNoSchema(database.id()).stream()
                .map(DatabaseObjectsResource::view)
                .filter(row -> isAfter(row, after))
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        return Freshness.answer(database, Page.of(rows, request, row -> List.of(row.kind(), row.name())));
    }

    private static boolean isAfter(DatabaseObjectView row, List<String> last) {
        return ORDER.compare(row, new DatabaseObjectView(0, last.get(0), last.get(1), "")) > 0;
    }

    private static DatabaseObjectView view(Placement row) {
        return new DatabaseObjectView(
                row.objectId(), row.objectKind().jsonName(), row.decodedName(), row.definitionHash());
    }
}

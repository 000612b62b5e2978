package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The databases, by path and, for names that do not survive in one, by parameters or id. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class DatabasesResource {

    private static final Comparator<List<String>> BY_KEY =
            Comparator.<List<String>, String>comparing(List::getFirst).thenComparing(List::getLast);

    private final Databases databases;

    DatabasesResource(Databases databases) {
        this.databases = databases;
    }

    @Operation(summary = "Lists the databases of a server")
    @GetMapping("/api/v1/servers/{server}/databases")
    Page<DatabaseView> ofServer(
            @PathVariable String server,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 2, "databases", server);
        return page(databases.ofServer(server), request, _ -> true);
    }

    @Operation(summary = "Finds a database by the names of its server and its own")
    @GetMapping("/api/v1/servers/{server}/databases/{database}")
    ResponseEntity<DatabaseView> byName(@PathVariable String server, @PathVariable String database) {
        return answer(databases.byName(server, database));
    }

    @Operation(summary = "Lists the databases of all servers, or those of one server or one name")
    @GetMapping("/api/v1/databases")
    Page<DatabaseView> all(
            @RequestParam(required = false) @Nullable String server,
            @RequestParam(required = false) @Nullable String database,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 2, "databases", server, database);
        if (server != null && database != null) {
            return page(List.of(databases.byName(server, database)), request, _ -> true);
        }
        var found = server == null ? databases.all() : databases.ofServer(server);
        return page(found, request, d -> database == null || d.name().equals(database));
    }

    @Operation(summary = "Finds a database by its id")
    @GetMapping("/api/v1/databases/{id}")
    ResponseEntity<DatabaseView> byId(@PathVariable int id) {
        return answer(databases.byId(id));
    }

    private static ResponseEntity<DatabaseView> answer(DatabasePointer database) {
        return Freshness.answer(database, DatabaseView.of(database));
    }

    private static Page<DatabaseView> page(
            List<DatabasePointer> sorted, PageRequest request, Predicate<DatabasePointer> filter) {
        var rows = sorted.stream()
                .filter(filter)
                .filter(d -> request.after()
                        .filter(after -> BY_KEY.compare(key(d), after) <= 0)
                        .isEmpty())
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(rows, request, DatabasesResource::key).map(DatabaseView::of);
    }

    private static List<String> key(DatabasePointer database) {
        return List.of(database.server(), database.name());
    }
}

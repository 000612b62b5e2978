package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The users and roles of a database, and what they were granted. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class PrincipalsResource {

    private final Databases databases;
    private final Principals principals;

    PrincipalsResource(Databases databases, Principals principals) {
        this.databases = databases;
        this.principals = principals;
    }

    @Operation(summary = "Lists the users and roles of a database; name is a pattern")
    @GetMapping("/api/v1/servers/{server}/databases/{database}/principals")
    ResponseEntity<PrincipalPage> principals(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byName(server, database), name, limit, cursor);
    }

    @Operation(summary = "Lists the users and roles of a database given by id; name is a pattern")
    @GetMapping("/api/v1/databases/{id}/principals")
    ResponseEntity<PrincipalPage> principalsOf(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byId(id), name, limit, cursor);
    }

    private ResponseEntity<PrincipalPage> list(
            DatabasePointer database, @Nullable String name, int limit, @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 2, "principals", database.id(), name);
        var names = NameFilter.of("name", name);
        Harvested.snapshot(database);
        var page = principals.page(database.id(), names, request);
        return Freshness.answer(database, PrincipalPage.of(page, principals.reading(database.id())));
    }
}

package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The objects of a database, which is found by names or by id. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ObjectsResource {

    private static final String BY_NAME = "/api/v1/servers/{server}/databases/{database}";
    private static final String BY_ID = "/api/v1/databases/{id}";

    private final Databases databases;
    private final ObjectListing listing;
    private final ObjectLookup lookup;

    ObjectsResource(Databases databases, ObjectListing listing, ObjectLookup lookup) {
        this.databases = databases;
        this.listing = listing;
        this.lookup = lookup;
    }

    @Operation(summary = "Lists the objects of a database; schema and name are patterns, tag is exact")
    @GetMapping(BY_NAME + "/objects")
    ResponseEntity<Page<ObjectView>> objects(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byName(server, database), schema, name, kind, tag, limit, cursor);
    }

    @Operation(summary = "Lists the objects of a database given by id; schema and name are patterns, tag is exact")
    @GetMapping(BY_ID + "/objects")
    ResponseEntity<Page<ObjectView>> objectsOf(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byId(id), schema, name, kind, tag, limit, cursor);
    }

    @Operation(
            summary =
                    "Finds an object by its names: spelt exactly so, else the same under the database's collation; what"
                            + " lives in no schema by kind and name")
    @GetMapping(BY_NAME + "/object")
    ResponseEntity<ObjectBody> object(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String kind) {
        return find(databases.byName(server, database), schema, name, kind);
    }

    @Operation(summary = "Finds an object by its names in a database given by id")
    @GetMapping(BY_ID + "/object")
    ResponseEntity<ObjectBody> objectOf(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String kind) {
        return find(databases.byId(id), schema, name, kind);
    }

    @Operation(summary = "Finds an object by its id")
    @GetMapping("/api/v1/objects/{id}")
    ResponseEntity<ObjectBody> byId(@PathVariable int id) {
        return answer(lookup.byId(id));
    }

    private ResponseEntity<Page<ObjectView>> list(
            DatabasePointer database,
            @Nullable String schema,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String tag,
            int limit,
            @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 3, "objects", database.id(), schema, name, kind, tag);
        var filter = ObjectFilter.of(schema, name, kind, tag);
        Harvested.snapshot(database);
        return Freshness.answer(database, listing.page(database.id(), filter, request));
    }

    private ResponseEntity<ObjectBody> find(
            DatabasePointer database, String schema, String name, @Nullable String kind) {
        var wanted = KindParameter.readAny(kind);
        if (schema.isEmpty() && (wanted == null || wanted.inSchema())) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "The parameter schema is missing; only what lives in none can be found by its kind and name alone");
        }
        return answer(lookup.byName(database.id(), schema, name, wanted));
    }

    private static ResponseEntity<ObjectBody> answer(ObjectLookup.Found found) {
        return Freshness.answer(found.database(), found.object());
    }
}

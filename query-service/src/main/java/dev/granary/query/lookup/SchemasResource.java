package dev.granary.query.lookup;

import dev.granary.model.ObjectKind;
import dev.granary.model.SchemaOptions;
import dev.granary.query.content.Definitions;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
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

/** The schemas of a database, also those that hold nothing. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class SchemasResource {

    private final Databases databases;
    private final Placements placements;
    private final Definitions definitions;

    SchemasResource(Databases databases, Placements placements, Definitions definitions) {
        this.databases = databases;
        this.placements = placements;
        this.definitions = definitions;
    }

    @Operation(summary = "Lists the schemas of a database")
    @GetMapping("/api/v1/servers/{server}/databases/{database}/schemas")
    ResponseEntity<Page<SchemaView>> schemas(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byName(server, database), limit, cursor);
    }

    @Operation(summary = "Lists the schemas of a database given by id")
    @GetMapping("/api/v1/databases/{id}/schemas")
    ResponseEntity<Page<SchemaView>> schemasOf(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(databases.byId(id), limit, cursor);
    }

    private ResponseEntity<Page<SchemaView>> list(DatabasePointer database, int limit, @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "schemas", database.id());
        Harvested.snapshot(database);
        var after = request.after().map(List::getFirst).orElse("");
        var rows = placements.schemas(database.id(), after, limit + 1);
        var page = Page.of(rows, request, row -> List.of(row.name())).map(this::view);
        return Freshness.answer(database, page);
    }

    private SchemaView view(Placement row) {
        var definition = definitions.read(row.hash(), row.definitionId(), ObjectKind.SCHEMA);
        var options = definition.part(SchemaOptions.class);
        var owner = options.isEmpty() ? null : options.get().owner();
        return new SchemaView(
                row.decodedName(), owner, new DefinitionViews(definition, SystemNames.of(null)).description());
    }
}

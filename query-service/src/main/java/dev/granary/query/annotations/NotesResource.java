package dev.granary.query.annotations;

import dev.granary.query.access.AccessFilter;
import dev.granary.query.requests.RequestBody;
import dev.granary.query.web.BodyFields;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The notes about an object: written once, then read or deleted. */
@RestController
@RequestMapping(path = "/api/v1/objects/{id}/notes", produces = MediaType.APPLICATION_JSON_VALUE)
class NotesResource {

    private final Notes notes;

    NotesResource(Notes notes) {
        this.notes = notes;
    }

    @Operation(summary = "Lists the notes about an object, the latest first, also about one that is gone")
    @GetMapping
    Page<NoteView> list(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "notes", id);
        var rows = notes.below(id, request.afterNumber().orElse(Long.MAX_VALUE), limit + 1);
        return Page.of(rows, request, note -> List.of(Long.toString(note.id())));
    }

    @Operation(summary = "Finds a note about an object by its id")
    @GetMapping("/{note}")
    NoteView byId(@PathVariable int id, @PathVariable long note) {
        return notes.byId(id, note);
    }

    @Operation(summary = "Writes a note about an object")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NoteView> write(
            @PathVariable int id,
            @Parameter(hidden = true) @RequestAttribute(AccessFilter.CALLER) String caller,
            @BodyFields(required = "text")
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        var text = RequestBody.of(body, Set.of("text")).text("text").orElse("");
        var note = notes.add(id, NoteText.read(text), caller);
        return ResponseEntity.created(URI.create("/api/v1/objects/%d/notes/%d".formatted(id, note.id())))
                .body(note);
    }

    @Operation(summary = "Deletes a note about an object")
    @DeleteMapping("/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable int id, @PathVariable long note) {
        notes.remove(id, note);
    }
}

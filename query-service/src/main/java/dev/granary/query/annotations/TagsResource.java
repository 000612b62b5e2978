package dev.granary.query.annotations;

import dev.granary.query.access.AccessFilter;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tags of an object; putting on and taking off may be done twice. */
@RestController
@RequestMapping(path = "/api/v1/objects/{id}/tags", produces = MediaType.APPLICATION_JSON_VALUE)
class TagsResource {

    private final Tags tags;

    TagsResource(Tags tags) {
        this.tags = tags;
    }

    @Operation(summary = "Lists the tags of an object, also of one that is gone")
    @GetMapping
    Page<TagView> list(
            @PathVariable int id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor, 1, "tags", id);
        var rows = tags.after(id, request.after().map(List::getFirst).orElse(""), limit + 1);
        return Page.of(rows, request, view -> List.of(view.tag()));
    }

    @Operation(summary = "Puts a tag on an object; one that is there stays as it was put on")
    @PutMapping("/{tag}")
    TagView put(
            @PathVariable int id,
            @Parameter(schema = @Schema(type = "string", pattern = Tag.PATTERN)) @PathVariable String tag,
            @Parameter(hidden = true) @RequestAttribute(AccessFilter.CALLER) String caller) {
        return tags.put(id, Tag.read("tag", tag), caller);
    }

    @Operation(summary = "Takes a tag off an object, if it is there")
    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable int id,
            @Parameter(schema = @Schema(type = "string", pattern = Tag.PATTERN)) @PathVariable String tag) {
        tags.remove(id, Tag.read("tag", tag));
    }
}

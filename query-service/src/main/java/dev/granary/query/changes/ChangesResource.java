package dev.granary.query.changes;

import dev.granary.query.lookup.Databases;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import dev.granary.query.web.TimeParameter;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed of changes: of the whole estate, or of one database. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesResource {

    private final Feed feed;
    private final Databases databases;

    ChangesResource(Feed feed, Databases databases) {
        this.feed = feed;
        this.databases = databases;
    }

    @Operation(summary = "Reads the changes after a position; next is always there, also to ask again later")
    @GetMapping("/api/v1/changes")
    Page<ChangeView> all(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String server,
            @RequestParam(required = false) @Nullable String database,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable Boolean breaking,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        var filter = new FeedFilter(
                FeedFilter.pattern("server", server),
                FeedFilter.pattern("database", database),
                FeedFilter.pattern("schema", schema),
                FeedFilter.pattern("name", name),
                event,
                breaking,
                TimeParameter.read("since", since));
        return feed.after(Position.parse(after), null, filter, PageRequest.limit(limit));
    }

    @Operation(summary = "Reads the changes of one database after a position")
    @GetMapping("/api/v1/servers/{server}/databases/{database}/changes")
    Page<ChangeView> ofDatabase(
            @PathVariable String server,
            @PathVariable String database,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable Boolean breaking,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        int id = databases.byName(server, database).id();
        return ofDatabase(id, after, schema, name, event, breaking, since, limit);
    }

    @Operation(summary = "Reads the changes of a database given by id after a position")
    @GetMapping("/api/v1/databases/{id}/changes")
    Page<ChangeView> ofDatabase(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String schema,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable Boolean breaking,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        var filter = new FeedFilter(
                null,
                null,
                FeedFilter.pattern("schema", schema),
                FeedFilter.pattern("name", name),
                event,
                breaking,
                TimeParameter.read("since", since));
        return feed.after(Position.parse(after), databases.byId(id).id(), filter, PageRequest.limit(limit));
    }
}

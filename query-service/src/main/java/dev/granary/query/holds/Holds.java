package dev.granary.query.holds;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import dev.granary.query.web.PageRequest;
import dev.granary.registry.NamePattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads holds from the store. */
@Component
class Holds {

    private static final String HOLDS = Sql.beside(Holds.class, "holds");
    private static final String OBJECTS = Sql.beside(Holds.class, "objects");
    private static final int CHUNK = 1001;

    private final JdbcClient store;

    Holds(JdbcClient store) {
        this.store = store;
    }

    Optional<HoldView> byId(int hold) {
        return below(Math.addExact((long) hold, 1), null, 1).stream()
                .filter(row -> row.id() == hold)
                .findFirst();
    }

    /** The latest first, up to the limit; null takes every server, database or state. */
    List<HoldView> below(
            long before,
            @Nullable NamePattern server,
            @Nullable NamePattern database,
            @Nullable String state,
            int limit) {
        int size = server == null && database == null ? limit : CHUNK;
        var found = new ArrayList<HoldView>();
        long from = before;
        while (true) {
            var rows = below(from, state, size);
            rows.stream()
                    .filter(hold -> (server == null || server.matches(hold.server()))
                            && (database == null || database.matches(hold.database())))
                    .forEach(found::add);
            if (rows.size() < size || found.size() >= limit) {
                return found.subList(0, Math.min(found.size(), limit));
            }
            from = rows.getLast().id();
        }
    }

    private List<HoldView> below(long before, @Nullable String state, int limit) {
        var statement =
                store.sql(HOLDS).param("before", before).param("state", state).param("limit", limit);
        return Sql.list(statement, Row.class).stream().map(Row::view).toList();
    }

    /** A page's key is the last object's schema, name and id. */
    List<HeldObject> objects(int hold, PageRequest request) {
        var after = request.after().orElse(null);
        var statement = store.sql(OBJECTS)
                .param("hold", hold)
                .param("after_schema", after == null ? null : StoredText.encode(after.get(0)))
                .param("after_name", after == null ? null : StoredText.encode(after.get(1)))
                .param("after_id", after == null ? null : after.get(2))
                .param("limit", request.limit() + 1);
        return Sql.list(statement, ObjectRow.class).stream()
                .map(ObjectRow::view)
                .toList();
    }

    record ObjectRow(
            int id,
            String kind,
            String schema,
            String name,
            @Nullable String parts) {

        HeldObject view() {
            var aspects = parts == null ? List.<String>of() : List.of(parts.split(","));
            return new HeldObject(id, kind, StoredText.decode(schema), StoredText.decode(name), aspects);
        }
    }

    record Row(
            int id,
            String server,
            String database,
            String state,
            String code,
            String reason,
            OffsetDateTime openedAt,
            OffsetDateTime updatedAt,
            int objects,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable String note,
            @Nullable Long releaseRun) {

        HoldView view() {
            return new HoldView(
                    id,
                    server,
                    StoredText.decode(database),
                    state,
                    code,
                    StoredText.decode(reason),
                    openedAt.toInstant(),
                    updatedAt.toInstant(),
                    objects,
                    instant(decidedAt),
                    decoded(decidedBy),
                    decoded(note),
                    releaseRun);
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }

        private static @Nullable String decoded(@Nullable String text) {
            return text == null ? null : StoredText.decode(text);
        }
    }
}

package dev.granary.query.lookup;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sizes: the present ones, and what they became over time. */
@Component
class Measures {

    private static final String SIZES = Sql.beside(Measures.class, "sizes");
    private static final String OVER_TIME = Sql.beside(Measures.class, "sizes-over-time");
    private static final String MEASUREMENT = Sql.beside(Measures.class, "measurement");
    private static final String OBJECT_SIZE = Sql.beside(Measures.class, "object-size");
    private static final Measurement NEVER = new Measurement(null, "never", "The database was never measured.");

    private final JdbcClient store;

    Measures(JdbcClient store) {
        this.store = store;
    }

    /** The present size of an object as a whole. */
    record Size(long rows, @Nullable Long reservedBytes) {}

    Optional<Size> size(Placement object) {
        return Sql.list(
                        store.sql(OBJECT_SIZE)
                                .param("database", object.databaseId())
                                .param("object", object.objectId()),
                        Size.class)
                .stream()
                .findAny();
    }

    /** @param objects of which; null for all of the database */
    MeasurePage page(
            int database,
            @Nullable List<Integer> objects,
            @Nullable Instant since,
            @Nullable Instant until,
            PageRequest request) {
        var over = since != null || until != null;
        var after = request.after().orElse(null);
        var statement = store.sql(over ? OVER_TIME : SIZES)
                .param("database", database)
                .param("objects", objects == null ? null : objects.toArray(Integer[]::new))
                .param("after_schema", after == null ? null : after.get(0))
                .param("after_name", after == null ? null : after.get(1))
                .param("after_kind", after == null ? null : after.get(2))
                .param("after_index", after == null ? null : Integer.valueOf(after.get(3)))
                .param("limit", request.limit() + 1);
        if (over) {
            statement
                    .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                    .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                    .param("after_at", after == null ? null : OffsetDateTime.parse(after.get(4)));
        }
        var page = Page.of(Sql.list(statement, Row.class), request, Row::key).map(Row::view);
        var fared = measurement(database);
        var at = fared.measuredAt();
        return new MeasurePage(
                page.items(), page.next(), fared.status(), fared.reason(), at == null ? null : at.toInstant());
    }

    private Measurement measurement(int database) {
        var found = Sql.list(store.sql(MEASUREMENT).param("database", database), Measurement.class);
        return found.isEmpty() ? NEVER : found.getFirst();
    }

    record Measurement(
            @Nullable OffsetDateTime measuredAt,
            String status,
            @Nullable String reason) {}

    record Row(
            int id,
            String kind,
            String schema,
            String name,
            int indexId,
            @Nullable String indexName,
            OffsetDateTime at,
            long rows,
            @Nullable Long reservedBytes,
            @Nullable Long usedBytes) {

        List<String> key() {
            return List.of(schema, name, kind, Integer.toString(indexId), at.toString());
        }

        MeasureView view() {
            var of =
                    switch (indexId) {
                        case -1 -> "object";
                        case 0 -> "heap";
                        default -> "index";
                    };
            return new MeasureView(
                    id,
                    kind,
                    StoredText.decode(schema),
                    StoredText.decode(name),
                    of,
                    indexName == null ? null : StoredText.decode(indexName),
                    at.toInstant(),
                    rows,
                    reservedBytes,
                    usedBytes);
        }
    }
}

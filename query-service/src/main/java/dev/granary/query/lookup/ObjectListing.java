package dev.granary.query.lookup;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the objects of a database. */
@Component
class ObjectListing {

    private static final String OBJECTS = Sql.beside(ObjectListing.class, "objects");
    private static final String TAGGED = Sql.beside(ObjectListing.class, "tagged-objects");
    private static final int CHUNK = 1001;

    private final JdbcClient store;

    ObjectListing(JdbcClient store) {
        this.store = store;
    }

    /** The key of a page is the last row's schema, name and kind. */
    Page<ObjectView> page(int database, ObjectFilter filter, PageRequest request) {
        var found = new ArrayList<ObjectView>();
        int chunk = filter.isExact() ? request.limit() + 1 : CHUNK;
        var after = request.after().orElse(null);
        while (true) {
            var rows = rows(database, filter, after, chunk);
            rows.stream().filter(filter::matches).forEach(found::add);
            if (rows.size() < chunk || found.size() > request.limit()) {
                break;
            }
            after = key(rows.getLast());
        }
        var page = found.subList(0, Math.min(found.size(), request.limit() + 1));
        return Page.of(page, request, ObjectListing::key).map(ObjectListing::decoded);
    }

    private List<ObjectView> rows(int database, ObjectFilter filter, @Nullable List<String> after, int limit) {
        var asked =
                filter.tag() == null ? store.sql(OBJECTS) : store.sql(TAGGED).param("tag", filter.tag());
        var kind = filter.kind();
        var statement = asked.param("database", database)
                .param("kind", kind == null ? null : kind.code())
                .param("schema_like", filter.schema().like())
                .param("name_like", filter.name().like())
                .param("after_schema", after == null ? null : after.get(0))
                .param("after_name", after == null ? null : after.get(1))
                .param("after_kind", after == null ? null : after.get(2))
                .param("limit", limit);
        return Sql.list(statement, ObjectView.class);
    }

    private static List<String> key(ObjectView row) {
        return List.of(row.schema(), row.name(), row.kind());
    }

    private static ObjectView decoded(ObjectView row) {
        return new ObjectView(
                row.id(),
                row.kind(),
                StoredText.decode(row.schema()),
                StoredText.decode(row.name()),
                row.definitionHash(),
                row.unconfirmed());
    }
}

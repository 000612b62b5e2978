package dev.granary.query.annotations;

import dev.granary.query.store.Sql;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tags of objects in the store. */
@Component
class Tags {

    /** On one object. */
    static final int MOST = 50;

    private static final String TAGS = Sql.beside(Tags.class, "tags");
    private static final String ADD = Sql.beside(Tags.class, "add-tag");
    private static final String REMOVE = "DELETE FROM granary.object_tag WHERE object_id = :object AND tag = :tag";

    private final JdbcClient store;
    private final AnnotatedObjects objects;

    Tags(JdbcClient store, AnnotatedObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Those that follow, in the order of their bytes. */
    List<TagView> after(int object, String tag, int limit) {
        objects.refuseUnknown(object);
        return read(object, tag, limit);
    }

    /** A tag that is there already stays as it was put on. */
    TagView put(int object, String tag, String caller) {
        return objects.write(object, () -> {
            var present = read(object, "", MOST);
            return present.stream()
                    .filter(view -> view.tag().equals(tag))
                    .findFirst()
                    .orElseGet(() -> add(object, tag, caller, present.size()));
        });
    }

    void remove(int object, String tag) {
        objects.write(
                object,
                () -> store.sql(REMOVE)
                        .param("object", object)
                        .param("tag", tag)
                        .update());
    }

    private TagView add(int object, String tag, String caller, int present) {
        if (present >= MOST) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Object %d has %d tags, and more it may not have: take one away first".formatted(object, MOST));
        }
        return store.sql(ADD)
                .param("object", object)
                .param("tag", tag)
                .param("by", caller)
                .query(Row.class)
                .single()
                .view();
    }

    private List<TagView> read(int object, String after, int limit) {
        var statement =
                store.sql(TAGS).param("object", object).param("after", after).param("limit", limit);
        return Sql.list(statement, Row.class).stream().map(Row::view).toList();
    }

    record Row(String tag, String by, OffsetDateTime at) {

        TagView view() {
            return new TagView(tag, by, at.toInstant());
        }
    }
}

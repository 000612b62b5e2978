package dev.granary.query.annotations;

import dev.granary.query.store.Sql;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes about objects in the store. */
@Component
class Notes {

    /** About one object. */
    static final int MOST = 1_000;

    private static final String NOTES = Sql.beside(Notes.class, "notes");
    private static final String ADD = Sql.beside(Notes.class, "add-note");
    private static final String REMOVE = "DELETE FROM granary.object_note WHERE object_id = :object AND id = :note";
    private static final String COUNT = "SELECT count(*) FROM granary.object_note WHERE object_id = :object";

    private final JdbcClient store;
    private final AnnotatedObjects objects;

    Notes(JdbcClient store, AnnotatedObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** The latest first, from below an id. */
    List<NoteView> below(int object, long note, int limit) {
        objects.refuseUnknown(object);
        return read(object, note, limit);
    }

    NoteView byId(int object, long note) {
        objects.refuseUnknown(object);
        // No note has the largest number of all, to which none can be added.
        return read(object, Math.max(note, note + 1), 1).stream()
                .filter(view -> view.id() == note)
                .findFirst()
                .orElseThrow(none(object, note));
    }

    NoteView add(int object, String text, String caller) {
        return objects.write(object, () -> {
            if (count(object) >= MOST) {
                throw new RefusedException(
                        Reason.CONFLICT,
                        "Object %d has %d notes, and more it may not have: delete one first".formatted(object, MOST));
            }
            return store.sql(ADD)
                    .param("object", object)
                    .param("text", text)
                    .param("by", caller)
                    .query(Row.class)
                    .single()
                    .view();
        });
    }

    void remove(int object, long note) {
        int removed = objects.write(
                object,
                () -> store.sql(REMOVE)
                        .param("object", object)
                        .param("note", note)
                        .update());
        if (removed == 0) {
            throw none(object, note).get();
        }
    }

    private int count(int object) {
        return store.sql(COUNT).param("object", object).query(Integer.class).single();
    }

    private List<NoteView> read(int object, long below, int limit) {
        var statement =
                store.sql(NOTES).param("object", object).param("below", below).param("limit", limit);
        return Sql.list(statement, Row.class).stream().map(Row::view).toList();
    }

    private static Supplier<RefusedException> none(int object, long note) {
        return () -> new RefusedException(Reason.NOT_FOUND, "Object %d has no note %d".formatted(object, note));
    }

    record Row(long id, String text, String by, OffsetDateTime at) {

        NoteView view() {
            return new NoteView(id, text, by, at.toInstant());
        }
    }
}

package dev.granary.harvester.absence;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holds, for people to look at and to decide about. */
@Component
public class HoldTable {

    private static final String LIST = SqlFile.read(HoldTable.class, "listed_holds");
    private static final String ITEMS = SqlFile.read(HoldTable.class, "hold_items");
    private static final String RELEASE = SqlFile.read(HoldTable.class, "release_holds");
    private static final String REJECT = SqlFile.read(HoldTable.class, "reject_holds");

    private final JdbcClient store;

    public HoldTable(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** Of a selector that names an id that hold, whatever its state; else the open ones, by server and database. */
    public List<ListedHold> matching(HoldSelector selector) {
        return store.sql(LIST).param("hold", selector.id()).query(HoldTable::hold).list().stream()
                .filter(selector::means)
                .toList();
    }

    public List<HeldObject> objects(Collection<ListedHold> holds) {
        return store.sql(ITEMS)
                .param("holds", ids(holds))
                .query((row, number) -> new HeldObject(
                        row.getInt("hold"),
                        decoded(row.getString("schema")),
                        StoredText.decode(row.getString("name")),
                        row.getString("kind"),
                        row.getString("parts")))
                .list();
    }

    /**
     * Lets a run apply the holds as they were found; false if one of them was decided or listed anew meanwhile, and then the caller rolls back.
     */
    public boolean release(Collection<ListedHold> holds, long run, String by, @Nullable String note) {
        int released = decide(RELEASE, holds, by, note)
                .param("run", run)
                .param(
                        "seen",
                        holds.stream().map(hold -> hold.updatedAt().toString()).toArray(String[]::new))
                .update();
        store.sql("UPDATE granary.hold_item SET released = true WHERE hold_id = ANY (?) AND NOT released")
                .param(ids(holds))
                .update();
        return released == holds.size();
    }

    /** Keeps what the holds list; false if one of them was decided meanwhile, and then none is. */
    public boolean reject(Collection<ListedHold> holds, String by, @Nullable String note) {
        return decide(REJECT, holds, by, note).update() == holds.size();
    }

    private JdbcClient.StatementSpec decide(
            String statement, Collection<ListedHold> holds, String by, @Nullable String note) {
        return store.sql(statement)
                .param("holds", ids(holds))
                .param("by", StoredText.encode(by))
                .param("note", note == null ? null : StoredText.encode(note));
    }

    private static Integer[] ids(Collection<ListedHold> holds) {
        return holds.stream().map(hold -> hold.id()).toArray(Integer[]::new);
    }

    private static ListedHold hold(ResultSet row, int number) throws SQLException {
        return new ListedHold(
                row.getInt("id"),
                row.getString("server"),
                StoredText.decode(row.getString("database")),
                row.getString("state"),
                row.getString("code"),
                StoredText.decode(row.getString("reason")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("objects"),
                row.getLong("partial"),
                row.getObject("release_run_id", Long.class));
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : StoredText.decode(text);
    }
}

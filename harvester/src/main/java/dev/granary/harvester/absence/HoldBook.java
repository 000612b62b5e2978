package dev.granary.harvester.absence;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the holds of a database in line with what a publication keeps, in the publication's transaction. */
public final class HoldBook {

    private static final String FORGET_REJECTED = SqlFile.read(HoldBook.class, "forget_rejected");
    private static final String END_REJECTED = SqlFile.read(HoldBook.class, "end_rejected");
    private static final String LEAVE_REJECTED_PARTS = SqlFile.read(HoldBook.class, "leave_rejected_parts");
    private static final String LEAVE_REJECTED = SqlFile.read(HoldBook.class, "leave_rejected");
    private static final String END_OPEN = SqlFile.read(HoldBook.class, "end_open");
    private static final String OPEN = SqlFile.read(HoldBook.class, "open_hold");
    private static final String DROP_ITEMS = SqlFile.read(HoldBook.class, "drop_items");
    private static final String ADD_ITEMS = SqlFile.read(HoldBook.class, "add_items");

    private final JdbcClient store;

    public HoldBook(JdbcClient store) {
        this.store = store;
    }

    /** A database without holds, of which nothing is held, is asked for once and not written. */
    public void write(int database, long run, Verdict verdict) {
        var place = Map.of("database", database, "run", run);
        boolean held = verdict.isHeld();
        if (keepsAny(database)) {
            store.sql(FORGET_REJECTED).params(place).update();
            store.sql(END_REJECTED).params(place).update();
            held = held && isAnyLeft(database);
            store.sql(END_OPEN).params(place).param("nothing", !held).update();
        }
        if (held) {
            int hold = store.sql(OPEN)
                    .params(place)
                    .param("code", verdict.code())
                    .param("reason", StoredText.encode(String.valueOf(verdict.reason())))
                    .query(Integer.class)
                    .single();
            store.sql(DROP_ITEMS).param("hold", hold).update();
            store.sql(ADD_ITEMS).param("hold", hold).update();
        }
    }

    /** Whether the database has holds that somebody may decide about; whoever does so from here on waits for the publication. */
    private boolean keepsAny(int database) {
        return !store.sql(
                        "SELECT id FROM granary.hold WHERE database_id = ? AND state IN ('open', 'rejected') ORDER BY id FOR UPDATE")
                .param(database)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether anything is to be held beside what was rejected by now: the hold may have been open when it was judged. */
    private boolean isAnyLeft(int database) {
        store.sql(LEAVE_REJECTED_PARTS).param("database", database).update();
        store.sql(LEAVE_REJECTED).param("database", database).update();
        return store.sql("SELECT EXISTS (SELECT FROM held)")
                .query(Boolean.class)
                .single();
    }
}

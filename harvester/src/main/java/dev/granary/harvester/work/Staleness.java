package dev.granary.harvester.work;

import dev.granary.content.StoredText;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks databases whose last snapshot could not be renewed, with the reason; publishing takes the mark away. Rows that would not change are not
 * touched.
 */
@Component
public class Staleness {

    private final JdbcClient store;

    public Staleness(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** Since when it is stale stays the time of the first reason. */
    public void mark(int database, String reason) {
        store.sql("UPDATE granary.database SET stale_reason = :reason, stale_since = COALESCE(stale_since, now())"
                        + " WHERE id = :database AND stale_reason IS DISTINCT FROM :reason")
                .param("reason", StoredText.encode(reason))
                .param("database", database)
                .update();
    }
}

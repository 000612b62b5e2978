package dev.granary.query.changes;

import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import java.math.BigInteger;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the feed of changes in the order of their positions. A position that was given out is never passed by a later publication. */
@Component
class Feed {

    private static final String FEED = Sql.beside(Feed.class, "feed");
    private static final int CHUNK = 1000;
    private static final int MOST_CHUNKS = 20;

    private final JdbcClient store;

    Feed(JdbcClient store) {
        this.store = store;
    }

    /**
     * What comes after a position. {@code next} is always a position to go on from: one that has seen all there is so far may be asked again.
     *
     * @param database null for all
     */
    Page<ChangeView> after(Position position, @Nullable Integer database, FeedFilter filter, int limit) {
        var items = new ArrayList<ChangeView>();
        var at = position;
        int size = filter.isSelective() ? CHUNK : limit;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            var rows = rows(at, database, filter, size);
            for (var row : rows.changes) {
                at = row.position();
                var view = row.view();
                if (filter.takes(view)) {
                    items.add(view);
                    if (items.size() == limit) {
                        return new Page<>(items, at.opaque());
                    }
                }
            }
            if (rows.changes.size() < size) {
                var end = Position.below(rows.horizon);
                return new Page<>(items, (end.compareTo(at) > 0 ? end : at).opaque());
            }
        }
        return new Page<>(items, at.opaque());
    }

    private Rows rows(Position after, @Nullable Integer database, FeedFilter filter, int size) {
        var statement = store.sql(FEED)
                .param("xid", after.xid().toString())
                .param("ordinal", after.ordinal())
                .param("databases", database == null ? null : "{%d}".formatted(database), Types.VARCHAR)
                .param("event", filter.event(), Types.VARCHAR)
                .param("breaking", filter.breaking(), Types.BOOLEAN)
                .param("limit", size);
        var changes = new ArrayList<FeedRow>();
        var horizon = BigInteger.ZERO;
        for (var row : Sql.list(statement, FeedRow.class)) {
            if (row.isHorizon()) {
                horizon = new BigInteger(row.xid());
            } else {
                changes.add(row);
            }
        }
        changes.sort(Comparator.comparing(FeedRow::position));
        return new Rows(changes, horizon);
    }

    private record Rows(List<FeedRow> changes, BigInteger horizon) {}
}

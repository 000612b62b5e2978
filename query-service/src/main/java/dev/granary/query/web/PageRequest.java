package dev.granary.query.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many items a caller wants, and after which key: lists are read on from where they stopped, whatever was added or removed meanwhile. */
public final class PageRequest {

    private static final int MOST = 1000;

    private final int limit;
    private final Cursor cursor;
    private final Optional<List<String>> after;

    private PageRequest(int limit, Cursor cursor, Optional<List<String>> after) {
        this.limit = limit;
        this.cursor = cursor;
        this.after = after;
    }

    /**
     * @param keys how many texts make up a key of this list
     * @param list what tells this list from others: its path and filters; a cursor is good for one list only
     */
    public static PageRequest of(int limit, @Nullable String cursor, int keys, @Nullable Object... list) {
        limit(limit);
        var codec = new Cursor(list);
        if (cursor == null) {
            return new PageRequest(limit, codec, Optional.empty());
        }
        var after = codec.read(cursor)
                .filter(key -> key.size() == keys && !key.contains(null))
                .orElseThrow(PageRequest::refusedCursor);
        return new PageRequest(limit, codec, Optional.of(after));
    }

    /** The limit, where it is one. */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Reason.INVALID_PARAMETER, "limit must be between 1 and %d".formatted(MOST));
        }
        return limit;
    }

    public int limit() {
        return limit;
    }

    /** The key that the page begins after; empty for the first page. */
    public Optional<List<String>> after() {
        return after;
    }

    /** The same for a list whose key is a number. */
    public Optional<Long> afterNumber() {
        try {
            return after.map(key -> Long.valueOf(key.getFirst()));
        } catch (NumberFormatException _) {
            throw refusedCursor();
        }
    }

    private static RefusedException refusedCursor() {
        return new RefusedException(Reason.INVALID_PARAMETER, "cursor is not one that this list gave as next");
    }

    String cursorAfter(List<String> key) {
        return cursor.write(key);
    }
}

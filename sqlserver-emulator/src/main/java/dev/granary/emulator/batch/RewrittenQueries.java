package dev.granary.emulator.batch;

import dev.granary.emulator.tsql.Recent;
import dev.granary.emulator.tsql.Rewritten;
import org.jspecify.annotations.Nullable;

/** The last queries that were rewritten and name nothing but catalogue views of the current database. */
public final class RewrittenQueries {

    private static final int KEPT = 256;

    private final Recent<Key, Rewritten> recent = new Recent<>(KEPT);

    /** A statement's text and what else decides how it is rewritten. */
    record Key(String text, boolean caseSensitive, int digits) {}

    @Nullable
    Rewritten find(Key key) {
        return recent.find(key);
    }

    void keep(Key key, Rewritten query) {
        recent.keep(key, query);
    }
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table's or view's full-text index.
 *
 * @param keyIndex the unique index it rests on; null where the system made its name
 * @param stoplist null for the system's own, {@code off} for none
 * @param changeTracking {@code manual} or {@code off}; null is automatic
 */
public record FulltextIndex(
        @Nullable String keyIndex,
        @Nullable String catalog,
        @Nullable String stoplist,
        @Nullable String changeTracking,
        boolean disabled,
        List<FulltextColumn> columns)
        implements PartContent {

    public FulltextIndex {
        columns = Lists.copy(columns);
    }

    @Override
    public Aspect aspect() {
        return Aspect.FULLTEXT;
    }

    /** An indexed column; {@code typeColumn} says of what kind a document is. */
    public record FulltextColumn(
            String name,
            @Nullable String language,
            @Nullable String typeColumn,
            boolean semantics) {}
}

package dev.granary.query.changes;

import dev.granary.content.StoredText;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code feed.sql}; the one without an ordinal only says the horizon. */
record FeedRow(
        String xid,
        @Nullable Integer ordinal,
        @Nullable OffsetDateTime publishedAt,
        @Nullable String server,
        @Nullable String database,
        @Nullable Integer objectId,
        @Nullable String kind,
        @Nullable String schema,
        @Nullable String name,
        @Nullable String oldSchema,
        @Nullable String oldName,
        @Nullable String event,
        @Nullable Boolean breaking,
        @Nullable String cause,
        @Nullable Integer sequence,
        @Nullable String detail) {

    boolean isHorizon() {
        return ordinal == null;
    }

    Position position() {
        return new Position(new BigInteger(xid), Objects.requireNonNull(ordinal));
    }

    ChangeView view() {
        return new ChangeView(
                position().opaque(),
                publishedAt == null ? null : publishedAt.toInstant(),
                Objects.requireNonNull(server),
                StoredText.decode(Objects.requireNonNull(database)),
                objectId,
                kind,
                decoded(schema),
                decoded(name),
                Objects.equals(schema, oldSchema) ? null : decoded(oldSchema),
                Objects.equals(name, oldName) ? null : decoded(oldName),
                Objects.requireNonNull(event),
                Boolean.TRUE.equals(breaking),
                Objects.requireNonNull(cause),
                Objects.requireNonNull(sequence),
                Difference.listed(detail),
                Difference.unlisted(detail));
    }

    static @Nullable String decoded(@Nullable String stored) {
        return stored == null ? null : StoredText.decode(stored);
    }
}

package dev.granary.query.pointers;

import dev.granary.content.StoredText;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code pointers.sql}. */
record PointerRow(
        int id,
        String server,
        String name,
        @Nullable String collation,
        @Nullable String state,
        @Nullable String reason,
        @Nullable Integer sequence,
        @Nullable OffsetDateTime readTo,
        @Nullable OffsetDateTime verifiedAt,
        @Nullable String mode,
        @Nullable String treeHash,
        @Nullable Integer objects,
        @Nullable Integer columns,
        @Nullable String sections,
        int openHolds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    DatabasePointer pointer() {
        var why = reason == null ? null : StoredText.decode(reason);
        return new DatabasePointer(id, server, StoredText.decode(name), collation, state, why, snapshot(), openHolds);
    }

    private @Nullable CurrentSnapshot snapshot() {
        if (sequence == null
                || readTo == null
                || verifiedAt == null
                || mode == null
                || treeHash == null
                || objects == null
                || columns == null
                || sections == null) {
            return null;
        }
        var statuses = new TreeMap<String, String>();
        JSON.readTree(sections)
                .properties()
                .forEach(section -> statuses.put(
                        section.getKey(), section.getValue().path("status").asString()));
        return new CurrentSnapshot(
                sequence, readTo.toInstant(), verifiedAt.toInstant(), mode, treeHash, objects, columns, statuses);
    }
}

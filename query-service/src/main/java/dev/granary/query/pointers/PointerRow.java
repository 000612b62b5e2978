package dev.granary.query.pointers;

import dev.granary.content.StoredText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
        var reasons = new TreeMap<String, String>();
        var read = JSON.readTree(sections);
        read.properties().forEach(section -> {
            statuses.put(section.getKey(), section.getValue().path("status").asString());
            reason(section.getValue()).ifPresent(why -> reasons.put(section.getKey(), why));
        });
        var counts = read.path("columns").path("crossCheck");
        return new CurrentSnapshot(
                sequence,
                readTo.toInstant(),
                verifiedAt.toInstant(),
                mode,
                treeHash,
                objects,
                columns,
                statuses,
                reasons,
                counts.isObject() ? crossCheck(counts) : null);
    }

    private static Optional<String> reason(JsonNode section) {
        var words = new ArrayList<String>();
        if (section.path("reason").isString()) {
            words.add(section.path("reason").asString());
        }
        var without = new ArrayList<String>();
        section.path("without").forEach(what -> without.add(what.asString()));
        if (!without.isEmpty()) {
            words.add("without " + String.join(", ", without));
        }
        if (section.path("source").isString()) {
            words.add("read from " + section.path("source").asString());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private static CurrentSnapshot.CrossCheck crossCheck(JsonNode counts) {
        var tables = count(counts.path("tables"));
        var columns = count(counts.path("columns"));
        boolean agrees = tables.sys() == tables.informationSchema() && columns.sys() == columns.informationSchema();
        return new CurrentSnapshot.CrossCheck(agrees, tables, columns);
    }

    private static CurrentSnapshot.Count count(JsonNode count) {
        return new CurrentSnapshot.Count(
                count.path("sys").asLong(), count.path("informationSchema").asLong());
    }
}

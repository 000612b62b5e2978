package dev.granary.query.lookup;

import dev.granary.content.ContentHash;
import dev.granary.content.StoredText;
import dev.granary.model.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code placements.sql}; the names are in stored form. */
record Placement(
        int objectId,
        int databaseId,
        int kind,
        @Nullable Integer schemaNameId,
        int nameId,
        int definitionId,
        @Nullable String systemNames,
        @Nullable String schema,
        String name,
        String definitionHash,
        boolean unconfirmed,
        @Nullable String tags) {

    ObjectKind objectKind() {
        return ObjectKind.ofCode(kind);
    }

    ContentHash hash() {
        return ContentHash.ofHex(definitionHash);
    }

    String decodedSchema() {
        return schema == null ? "" : StoredText.decode(schema);
    }

    /** In the order of their bytes; none contains a blank. */
    List<String> tagList() {
        return tags == null ? List.of() : List.of(tags.split(" "));
    }

    String decodedName() {
        return StoredText.decode(name);
    }
}

package dev.granary.query.lookup;

import dev.granary.model.ObjectKind;
import dev.granary.query.annotations.Tag;
import org.jspecify.annotations.Nullable;

/** Which objects of a database a caller asks for; a null kind or tag is any. */
record ObjectFilter(
        NameFilter schema,
        NameFilter name,
        @Nullable ObjectKind kind,
        @Nullable String tag) {

    static ObjectFilter of(
            @Nullable String schema, @Nullable String name, @Nullable String kind, @Nullable String tag) {
        return new ObjectFilter(
                NameFilter.of("schema", schema),
                NameFilter.of("name", name),
                KindParameter.read(kind),
                tag == null ? null : Tag.read("tag", tag));
    }

    /** Whether the store applies it exactly. */
    boolean isExact() {
        return schema.isAny() && name.isAny();
    }

    boolean matches(ObjectView row) {
        return schema.matches(row.schema()) && name.matches(row.name());
    }
}

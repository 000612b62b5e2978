package dev.granary.emulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of sys.indexes with its columns; the heap of a table without a clustered index is index 0. */
public record Index(
        int id, @Nullable String name, Kind kind, boolean unique, Role role, List<Part> parts, Options options) {

    public Index {
        parts = List.copyOf(parts);
    }

    /** sys.indexes.type and type_desc. */
    public enum Kind {
        HEAP(0, "HEAP"),
        CLUSTERED(1, "CLUSTERED"),
        NONCLUSTERED(2, "NONCLUSTERED"),
        XML(3, "XML"),
        SPATIAL(4, "SPATIAL"),
        CLUSTERED_COLUMNSTORE(5, "CLUSTERED COLUMNSTORE"),
        NONCLUSTERED_COLUMNSTORE(6, "NONCLUSTERED COLUMNSTORE"),
        HASH(7, "NONCLUSTERED HASH");

        private final int code;
        private final String description;

        Kind(int code, String description) {
            this.code = code;
            this.description = description;
        }

        public int code() {
            return code;
        }

        public String description() {
            return description;
        }

        public boolean clustered() {
            return this == HEAP || this == CLUSTERED || this == CLUSTERED_COLUMNSTORE;
        }

        /** Whether it holds the table's rows or keys, and is not an XML or spatial index. */
        public boolean rowset() {
            return this != XML && this != SPATIAL;
        }

        public boolean columnstore() {
            return this == CLUSTERED_COLUMNSTORE || this == NONCLUSTERED_COLUMNSTORE;
        }
    }

    /** Whether the index backs a key constraint. */
    public enum Role {
        PLAIN,
        PRIMARY_KEY,
        UNIQUE_CONSTRAINT
    }

    /** A column of the index. */
    public record Part(int columnId, boolean descending, boolean included) {}

    /** What WITH (..) and WHERE say, and whether ALTER INDEX disabled it. */
    public record Options(
            @Nullable String filter, int fillFactor, boolean padded, boolean ignoreDuplicates, boolean disabled) {

        public static final Options NONE = new Options(null, 0, false, false, false);

        public Options withDisabled(boolean now) {
            return new Options(filter, fillFactor, padded, ignoreDuplicates, now);
        }

        public Options withFilter(@Nullable String text) {
            return new Options(text, fillFactor, padded, ignoreDuplicates, disabled);
        }
    }

    public Index withName(String newName) {
        return new Index(id, newName, kind, unique, role, parts, options);
    }

    public Index withOptions(Options newOptions) {
        return new Index(id, name, kind, unique, role, parts, newOptions);
    }
}

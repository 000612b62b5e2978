package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of sys.indexes with its columns; the heap of a table without a clustered index is index 0. */
public record Index(
        int id, @Nullable String name, Kind kind, boolean unique, Role role, List<Part> parts, Options options)
        implements Serializable {

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
    public record Part(int columnId, boolean descending, boolean included) implements Serializable {}

    /** Where an index is stored: a filegroup, or a partition scheme and the column it divides by. */
    public record Placement(int dataSpaceId, @Nullable Integer columnId) implements Serializable {

        public static final Placement PRIMARY = new Placement(1, null);
    }

    /** The compression of the partitions from one to another: 0 none, 1 row, 2 page, 3 columnstore, 4 columnstore archive. */
    public record Compression(int code, int from, int to) implements Serializable {}

    /** What WITH (..), WHERE and ON say, and whether ALTER INDEX disabled it. */
    public record Options(
            @Nullable String filter,
            int fillFactor,
            boolean padded,
            boolean ignoreDuplicates,
            boolean disabled,
            boolean rowLocks,
            boolean pageLocks,
            boolean sequential,
            @Nullable Placement placement,
            List<Compression> compression,
            @Nullable Special special)
            implements Serializable {

        public static final Options NONE =
                new Options(null, 0, false, false, false, true, true, false, null, List.of(), null);

        public Options {
            compression = List.copyOf(compression);
        }

        public Options withDisabled(boolean now) {
            return new Options(
                    filter,
                    fillFactor,
                    padded,
                    ignoreDuplicates,
                    now,
                    rowLocks,
                    pageLocks,
                    sequential,
                    placement,
                    compression,
                    special);
        }

        public Options withFilter(@Nullable String text) {
            return new Options(
                    text,
                    fillFactor,
                    padded,
                    ignoreDuplicates,
                    disabled,
                    rowLocks,
                    pageLocks,
                    sequential,
                    placement,
                    compression,
                    special);
        }

        public Options at(@Nullable Placement now) {
            return new Options(
                    filter,
                    fillFactor,
                    padded,
                    ignoreDuplicates,
                    disabled,
                    rowLocks,
                    pageLocks,
                    sequential,
                    now,
                    compression,
                    special);
        }

        public Options withSpecial(@Nullable Special now) {
            return new Options(
                    filter,
                    fillFactor,
                    padded,
                    ignoreDuplicates,
                    disabled,
                    rowLocks,
                    pageLocks,
                    sequential,
                    placement,
                    compression,
                    now);
        }

        public Options compressed(List<Compression> now) {
            return new Options(
                    filter,
                    fillFactor,
                    padded,
                    ignoreDuplicates,
                    disabled,
                    rowLocks,
                    pageLocks,
                    sequential,
                    placement,
                    now,
                    special);
        }

        /** The compression of a partition. */
        public int compressionOf(int partition, int unsaid) {
            int code = unsaid;
            for (var c : compression) {
                code = partition >= c.from() && partition <= c.to() ? c.code() : code;
            }
            return code;
        }
    }

    /** What only hash, XML and spatial indexes have. */
    public sealed interface Special extends Serializable {}

    /** A hash index's buckets. */
    public record Hash(int buckets) implements Special {}

    /** A secondary XML index: the primary one it rests on, and P, V or R. */
    public record SecondaryXml(int primaryId, char kind) implements Special {}

    /** How a spatial index divides space; the grids are 0 automatic, 1 low, 2 medium, 3 high. */
    public record Tessellation(String scheme, List<Double> box, List<Integer> grids, int cells) implements Special {

        public Tessellation {
            box = List.copyOf(box);
            grids = List.copyOf(grids);
        }
    }

    public Index withName(String newName) {
        return new Index(id, newName, kind, unique, role, parts, options);
    }

    public Index withOptions(Options newOptions) {
        return new Index(id, name, kind, unique, role, parts, newOptions);
    }
}

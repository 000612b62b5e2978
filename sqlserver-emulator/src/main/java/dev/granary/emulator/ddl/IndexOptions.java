package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Index;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads WITH (..) of an index, a key constraint or a table, on top of what was said before. */
final class IndexOptions {

    private static final Map<String, Integer> COMPRESSIONS =
            Map.of("NONE", 0, "ROW", 1, "PAGE", 2, "COLUMNSTORE", 3, "COLUMNSTORE_ARCHIVE", 4);
    private static final List<String> GRIDS = List.of("AUTO", "LOW", "MEDIUM", "HIGH");

    private final Cursor cursor;
    private final @Nullable String filter;
    private final Index.@Nullable Placement placement;
    private final boolean disabled;
    private final List<Index.Compression> compression;
    private int fillFactor;
    private boolean padded;
    private boolean ignoreDuplicates;
    private boolean rowLocks;
    private boolean pageLocks;
    private boolean sequential;
    private Index.@Nullable Special special;
    private List<Double> box = List.of();
    private List<Integer> grids = List.of();
    private int cells;

    IndexOptions(Cursor cursor, Index.Options start) {
        this.cursor = cursor;
        filter = start.filter();
        placement = start.placement();
        disabled = start.disabled();
        compression = new ArrayList<>(start.compression());
        fillFactor = start.fillFactor();
        padded = start.padded();
        ignoreDuplicates = start.ignoreDuplicates();
        rowLocks = start.rowLocks();
        pageLocks = start.pageLocks();
        sequential = start.sequential();
        special = start.special();
        if (special instanceof Index.Tessellation t) {
            box = t.box();
            grids = t.grids();
            cells = t.cells();
        }
    }

    /** What follows WITH; the old spelling has no parentheses. */
    Index.Options read() {
        if (cursor.take("(")) {
            do {
                option();
            } while (cursor.take(","));
            cursor.expect(")");
        } else {
            option();
        }
        if (special instanceof Index.Tessellation t) {
            special = new Index.Tessellation(t.scheme(), box, grids, cells);
        }
        return new Index.Options(
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
                special);
    }

    /** The compression that was said for all partitions, in one of them only. */
    static Index.Options onlyIn(int partition, Index.Options before, Index.Options after) {
        var compression = new ArrayList<>(before.compression());
        compression.add(new Index.Compression(after.compressionOf(partition, 0), partition, partition));
        return new Index.Options(
                after.filter(),
                after.fillFactor(),
                after.padded(),
                after.ignoreDuplicates(),
                after.disabled(),
                after.rowLocks(),
                after.pageLocks(),
                after.sequential(),
                after.placement(),
                compression,
                after.special());
    }

    private void option() {
        var name = cursor.name();
        if (!cursor.take("=")) {
            return;
        }
        switch (name.toUpperCase(java.util.Locale.ROOT)) {
            case "FILLFACTOR" -> fillFactor = cursor.integer() % 100;
            case "PAD_INDEX" -> padded = on();
            case "IGNORE_DUP_KEY" -> ignoreDuplicates = on();
            case "ALLOW_ROW_LOCKS" -> rowLocks = on();
            case "ALLOW_PAGE_LOCKS" -> pageLocks = on();
            case "OPTIMIZE_FOR_SEQUENTIAL_KEY" -> sequential = on();
            case "BUCKET_COUNT" -> special = new Index.Hash(buckets(cursor.integer()));
            case "DATA_COMPRESSION" -> compression();
            case "BOUNDING_BOX" -> box = numbers();
            case "GRIDS" -> grids();
            case "CELLS_PER_OBJECT" -> cells = cursor.integer();
            default -> other();
        }
    }

    /** The next power of two, as SQL Server makes of any number of buckets. */
    private static int buckets(int said) {
        return said <= 1 ? 1 : Integer.highestOneBit(said - 1) << 1;
    }

    private boolean on() {
        return cursor.next().is("ON");
    }

    private void other() {
        cursor.next();
        while (!cursor.atEnd() && !cursor.peek().isAny(",", ")", ";")) {
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                cursor.next();
            }
        }
    }

    private void compression() {
        int code = COMPRESSIONS.getOrDefault(cursor.next().upper(), 0);
        if (!cursor.take("ON", "PARTITIONS")) {
            compression.clear();
            compression.add(new Index.Compression(code, 1, Integer.MAX_VALUE));
            return;
        }
        cursor.expect("(");
        do {
            int from = cursor.integer();
            compression.add(new Index.Compression(code, from, cursor.take("TO") ? cursor.integer() : from));
        } while (cursor.take(","));
        cursor.expect(")");
    }

    private List<Double> numbers() {
        var numbers = new ArrayList<Double>();
        cursor.expect("(");
        do {
            if (cursor.peek().kind() == Token.Kind.WORD) {
                cursor.next();
                cursor.expect("=");
            }
            numbers.add(Columns.number(cursor).doubleValue());
        } while (cursor.take(","));
        cursor.expect(")");
        return numbers;
    }

    private void grids() {
        var all = new ArrayList<>(List.of(2, 2, 2, 2));
        cursor.expect("(");
        int at = 0;
        do {
            var first = cursor.next().upper();
            if (cursor.take("=")) {
                at = first.charAt(first.length() - 1) - '1';
                first = cursor.next().upper();
            }
            all.set(at++, GRIDS.indexOf(first));
        } while (cursor.take(","));
        cursor.expect(")");
        grids = all;
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;

/** Reads what indexes and key constraints have in common. */
final class IndexParts {

    private static final int FIRST_XML = 256_000;
    private static final int FIRST_SPATIAL = 384_000;

    private final Target target;
    private final Relation relation;
    private final Cursor cursor;
    private boolean said;

    IndexParts(Target target, Relation relation, Cursor cursor) {
        this.target = target;
        this.relation = relation;
        this.cursor = cursor;
    }

    /** CLUSTERED, NONCLUSTERED, with HASH or not; unsaid, what the kind of key implies. */
    Index.Kind kind(boolean clusteredByDefault) {
        said = true;
        if (cursor.take("CLUSTERED")) {
            return Index.Kind.CLUSTERED;
        }
        if (cursor.take("NONCLUSTERED")) {
            return cursor.take("HASH") ? Index.Kind.HASH : Index.Kind.NONCLUSTERED;
        }
        said = false;
        return clusteredByDefault ? Index.Kind.CLUSTERED : Index.Kind.NONCLUSTERED;
    }

    boolean kindWasSaid() {
        return said;
    }

    List<Index.Part> columns(boolean included) {
        var parts = new ArrayList<Index.Part>();
        cursor.expect("(");
        do {
            var column = Columns.require(target, relation, cursor.name());
            boolean descending = cursor.take("DESC");
            if (!descending) {
                cursor.take("ASC");
            }
            parts.add(new Index.Part(column.id(), descending, included));
        } while (cursor.take(","));
        cursor.expect(")");
        return parts;
    }

    /** WITH (..) and where the index is stored. */
    Index.Options options() {
        return options(Index.Options.NONE);
    }

    Index.Options options(Index.Options start) {
        var options = start;
        boolean more = true;
        while (more) {
            more = false;
            if (cursor.take("WITH")) {
                more = true;
                options = new IndexOptions(cursor, options).read();
            }
            if (cursor.sees("ON") && !cursor.sees("ON", "DELETE") && !cursor.sees("ON", "UPDATE")) {
                more = true;
                cursor.expect("ON");
                options = options.at(Storage.placement(target, relation, cursor));
            }
            if (cursor.take("FILESTREAM_ON")) {
                more = true;
                cursor.next();
            }
        }
        return options.placement() == null && relation instanceof Table t ? options.at(t.placement()) : options;
    }

    /** Index 1 is the clustered one; the others count from 2, XML and spatial ones in ranges of their own. */
    static int nextId(Relation relation, Index.Kind kind) {
        if (kind.clustered()) {
            return 1;
        }
        int first = kind == Index.Kind.XML ? FIRST_XML : kind == Index.Kind.SPATIAL ? FIRST_SPATIAL : 2;
        int last = relation.indexes().stream()
                .filter(i -> i.kind().rowset() == kind.rowset() && (kind.rowset() || i.kind() == kind))
                .mapToInt(Index::id)
                .max()
                .orElse(0);
        return Math.max(last + 1, first);
    }
}

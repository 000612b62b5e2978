package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
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
        var options = Index.Options.NONE;
        boolean more = true;
        while (more) {
            more = false;
            if (cursor.take("WITH")) {
                more = true;
                if (cursor.peek().is("(")) {
                    options = readOptions(cursor.parenthesised(), options);
                } else {
                    var name = cursor.next();
                    if (cursor.take("=")) {
                        int fill = cursor.integer();
                        options = name.is("FILLFACTOR") ? filled(options, fill) : options;
                    }
                }
            }
            if (cursor.sees("ON") && !cursor.sees("ON", "DELETE") && !cursor.sees("ON", "UPDATE")) {
                more = true;
                storage();
            }
        }
        return options;
    }

    private void storage() {
        cursor.expect("ON");
        cursor.name();
        if (cursor.peek().is("(")) {
            cursor.parenthesised();
        }
    }

    private static Index.Options readOptions(List<Token> tokens, Index.Options start) {
        var options = start;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (!tokens.get(i + 1).is("=")) {
                continue;
            }
            var name = tokens.get(i);
            var value = tokens.get(i + 2);
            if (name.is("FILLFACTOR")) {
                options = filled(options, Integer.parseInt(value.text()));
            } else if (name.is("PAD_INDEX")) {
                options = new Index.Options(
                        options.filter(), options.fillFactor(), value.is("ON"), options.ignoreDuplicates(), false);
            } else if (name.is("IGNORE_DUP_KEY")) {
                options = new Index.Options(
                        options.filter(), options.fillFactor(), options.padded(), value.is("ON"), false);
            }
        }
        return options;
    }

    private static Index.Options filled(Index.Options options, int fill) {
        return new Index.Options(options.filter(), fill % 100, options.padded(), options.ignoreDuplicates(), false);
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

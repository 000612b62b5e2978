package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.IndexRow;
import dev.granary.model.Aspect;
import dev.granary.model.Index;
import dev.granary.model.IndexColumn;
import dev.granary.model.Indexes;
import dev.granary.model.Key;
import dev.granary.model.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys and the other indexes of one object. */
final class IndexAssembly {

    private static final String CLUSTERED_COLUMNSTORE = "clustered_columnstore";

    private static final Set<String> ORDERED = Set.of("clustered", "nonclustered", "nonclustered_hash");

    private final ContentSink sink;
    private final NamedParts<Key> keys =
            new NamedParts<>("keys", Key::name, Comparator.comparing(Key::kind), IndexAssembly::columnNames);

    IndexAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void indexes(Owner owner, List<IndexRow> rows) {
        var indexes = new ArrayList<Index>();
        var keysKnown = true;
        var indexesKnown = true;
        for (int from = 0, to; from < rows.size(); from = to) {
            to = endOfIndex(rows, from);
            var columns = rows.subList(from, to);
            var row = rows.get(from);
            var readable = columns.stream().allMatch(c -> c.keyOrdinal() == 0 || c.columnName() != null)
                    && (!isOrdered(row) || columns.stream().anyMatch(c -> c.keyOrdinal() > 0));
            if (row.primaryKey() || row.uniqueConstraint()) {
                keysKnown &= readable && row.systemNamed() != null;
                keys.add(key(owner, row, columns), row.indexName());
            } else {
                indexesKnown &= readable
                        && (!row.filtered() || row.filterExpression() != null)
                        && columns.stream().noneMatch(c -> c.orderOrdinal() > 0 && c.columnName() == null);
                indexes.add(index(row, columns));
            }
        }
        var foundKeys = keys.take();
        if (!keysKnown) {
            sink.unknown(owner, Aspect.KEYS);
        } else if (!foundKeys.parts().isEmpty()) {
            sink.part(owner, new Keys(foundKeys.parts()), foundKeys.systemNames());
        }
        if (!indexesKnown) {
            sink.unknown(owner, Aspect.INDEXES);
        } else if (!indexes.isEmpty()) {
            indexes.sort(Comparator.comparing(Index::name));
            sink.part(owner, new Indexes(indexes), Map.of());
        }
    }

    /** Whether it cannot be without a key column: one that shows none is not understood. */
    private static boolean isOrdered(IndexRow row) {
        return row.primaryKey() || row.uniqueConstraint() || ORDERED.contains(type(row));
    }

    private static int endOfIndex(List<IndexRow> rows, int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).indexId() == rows.get(from).indexId()) {
            to++;
        }
        return to;
    }

    private static Key key(Owner owner, IndexRow row, List<IndexRow> columns) {
        // The constraints of a table type can't be named by anyone but the system.
        var systemNamed = Boolean.TRUE.equals(row.systemNamed()) || owner.space() == Owner.Space.TYPE;
        return new Key(
                systemNamed ? null : row.indexName(),
                row.primaryKey() ? "primary_key" : "unique",
                type(row),
                keyColumns(row, columns),
                row.disabled(),
                row.ignoreDuplicates(),
                row.bucketCount());
    }

    private static Index index(IndexRow row, List<IndexRow> columns) {
        return new Index(
                GraphNames.withoutSuffix(row.indexName()),
                type(row),
                row.uniqueIndex(),
                keyColumns(row, columns),
                included(row, columns),
                row.filterExpression(),
                row.disabled(),
                row.ignoreDuplicates(),
                row.bucketCount(),
                order(columns),
                row.compressionDelay(),
                SpecialIndexes.xml(row),
                SpecialIndexes.spatial(row));
    }

    private static String type(IndexRow row) {
        return String.valueOf(ObjectAssembly.lower(row.indexType()));
    }

    /** Partitioning columns that the system added have no place in the key and are not included either: they are nobody's declaration. */
    private static List<IndexColumn> keyColumns(IndexRow row, List<IndexRow> columns) {
        var withoutOrder = type(row).equals("xml") || type(row).equals("spatial");
        return columns.stream()
                .filter(c -> c.columnName() != null && (c.keyOrdinal() > 0 || (withoutOrder && !c.included())))
                .map(c -> new IndexColumn(GraphNames.withoutSuffix(String.valueOf(c.columnName())), c.descending()))
                .toList();
    }

    private static List<String> order(List<IndexRow> columns) {
        return columns.stream()
                .filter(c -> c.orderOrdinal() > 0)
                .sorted(Comparator.comparingInt(IndexRow::orderOrdinal))
                .map(c -> String.valueOf(c.columnName()))
                .toList();
    }

    /** A clustered columnstore index holds all columns of its table, whoever is among them. */
    private static List<String> included(IndexRow row, List<IndexRow> columns) {
        if (type(row).equals(CLUSTERED_COLUMNSTORE)) {
            return List.of();
        }
        return columns.stream()
                .filter(c -> c.columnName() != null && c.included() && c.keyOrdinal() == 0)
                .map(c -> GraphNames.withoutSuffix(String.valueOf(c.columnName())))
                .toList();
    }

    /** Compares as the list of names does: a list comes before one that it begins. */
    private static String columnNames(Key key) {
        return key.columns().stream().map(c -> c.name() + "\0").collect(Collectors.joining("", "", "\0"));
    }
}

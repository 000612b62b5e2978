package dev.granary.harvester.assemble;

import dev.granary.content.CanonicalJson;
import dev.granary.harvester.catalog.StorageRow;
import dev.granary.model.IndexStorage;
import dev.granary.model.IndexStorage.Compression;
import dev.granary.model.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the heap and the indexes of one table or view are kept, where it is not by default. */
final class StorageAssembly {

    private static final int HEAP = 0;
    private static final int FULL = 100;

    private final ContentSink sink;
    private final CanonicalJson json = new CanonicalJson();

    StorageAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void storage(Owner owner, List<StorageRow> rows) {
        var indexes = new ArrayList<IndexStorage>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size() && rows.get(to).indexId() == rows.get(from).indexId()) {
                to++;
            }
            indexes.add(index(rows.subList(from, to)));
        }
        indexes.sort(Comparator.comparing(IndexStorage::index, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                .thenComparing(index -> json.write(index).text()));
        sink.part(owner, new Storage(indexes), Map.of());
    }

    private static IndexStorage index(List<StorageRow> partitions) {
        var row = partitions.getFirst();
        return new IndexStorage(
                row.indexName() == null || row.systemNamed() ? null : GraphNames.withoutSuffix(row.indexName()),
                role(row),
                Boolean.TRUE.equals(row.defaultSpace()) ? null : row.dataSpace(),
                row.partitionCount() == null ? null : row.partitionColumn(),
                row.fillFactor() == FULL ? 0 : row.fillFactor(),
                row.padded(),
                !row.rowLocks(),
                !row.pageLocks(),
                row.sequentialKey(),
                compression(partitions));
    }

    private static @Nullable String role(StorageRow row) {
        if (row.indexType() == HEAP) {
            return "heap";
        }
        if (row.primaryKey()) {
            return "primary_key";
        }
        return row.uniqueConstraint() ? "unique" : null;
    }

    /** Runs of partitions that are compressed alike; what is all alike names no partition, so that a new one changes nothing. */
    private static List<Compression> compression(List<StorageRow> partitions) {
        var runs = new ArrayList<Compression>();
        int count = Objects.requireNonNullElse(partitions.getFirst().partitionCount(), 1);
        for (int from = 0, to; from < partitions.size(); from = to) {
            var first = partitions.get(from);
            to = from + 1;
            while (to < partitions.size() && follows(partitions.get(to - 1), partitions.get(to))) {
                to++;
            }
            if (kind(first) != null || first.xmlCompression()) {
                var all = to - from >= count;
                runs.add(new Compression(
                        all ? null : range(first, partitions.get(to - 1)), kind(first), first.xmlCompression()));
            }
        }
        return runs;
    }

    private static boolean follows(StorageRow before, StorageRow row) {
        return before.compression() == row.compression()
                && before.xmlCompression() == row.xmlCompression()
                && number(before) + 1 == number(row);
    }

    private static String range(StorageRow first, StorageRow last) {
        return number(first) == number(last) ? "" + number(first) : number(first) + "-" + number(last);
    }

    private static int number(StorageRow row) {
        return Objects.requireNonNullElse(row.partitionNumber(), 1);
    }

    /** The codes of {@code sys.partitions.data_compression}; every columnstore index is compressed as one. */
    private static @Nullable String kind(StorageRow row) {
        return switch (row.compression()) {
            case 1 -> "row";
            case 2 -> "page";
            case 4 -> "columnstore_archive";
            default -> null;
        };
    }
}

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

/**
 * How the heap and the indexes of one table or view are kept, where it is not by default. Two sections tell it, compression first: where that
 * could not be read, nothing is told of any.
 */
final class StorageAssembly {

    private static final int HEAP = 0;
    private static final int FULL = 100;

    private final ContentSink sink;
    private final Compressions compressions;
    private final CanonicalJson json = new CanonicalJson();

    StorageAssembly(ContentSink sink, Compressions compressions) {
        this.sink = sink;
        this.compressions = compressions;
    }

    void storage(Owner owner, List<StorageRow> rows) {
        if (!compressions.known()) {
            return;
        }
        var indexes = new ArrayList<IndexStorage>();
        for (var row : rows) {
            var index = index(row);
            if (!isByDefault(index)) {
                indexes.add(index);
            }
        }
        if (indexes.isEmpty()) {
            return;
        }
        indexes.sort(Comparator.comparing(IndexStorage::index, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                .thenComparing(index -> json.write(index).text()));
        sink.part(owner, new Storage(indexes), Map.of());
    }

    private IndexStorage index(StorageRow row) {
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
                compression(row));
    }

    private static boolean isByDefault(IndexStorage index) {
        return index.equals(
                new IndexStorage(index.index(), index.role(), null, null, 0, false, false, false, false, List.of()));
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

    /** What is compressed alike as a whole names no partition, so that a new one changes nothing. */
    private List<Compression> compression(StorageRow row) {
        int count = Objects.requireNonNullElse(row.partitionCount(), 1);
        return compressions.of(row.objectId(), row.indexId()).stream()
                .map(run -> new Compression(run.partitions() >= count ? null : range(run), run.kind(), run.xml()))
                .toList();
    }

    private static String range(Compressions.Run run) {
        return run.first() == run.last() ? "" + run.first() : run.first() + "-" + run.last();
    }
}

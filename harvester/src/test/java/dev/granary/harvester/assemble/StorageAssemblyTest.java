package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.granary.harvester.catalog.StorageRow;
import dev.granary.model.IndexStorage;
import dev.granary.model.IndexStorage.Compression;
import dev.granary.model.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageAssemblyTest {

    private static final Owner TABLE = Assemblies.object(7);

    private final RecordingSink sink = new RecordingSink();
    private final StorageAssembly assembly = new StorageAssembly(sink);

    @Test
    void namesNoPartitionWhereAllAreCompressedAlike() {
        assembly.storage(TABLE, List.of(partition(1, 3, 2), partition(2, 3, 2), partition(3, 3, 2)));

        assertThat(index().compression()).containsExactly(new Compression(null, "page", false));
        assertThat(index().dataSpace()).isEqualTo("by_month");
        assertThat(index().partitionColumn()).isEqualTo("at");
    }

    @Test
    void namesRunsOfPartitionsThatAreCompressedAlike() {
        assembly.storage(
                TABLE,
                List.of(
                        partition(1, 5, 2),
                        partition(2, 5, 2),
                        partition(3, 5, 0),
                        partition(4, 5, 1),
                        partition(5, 5, 2)));

        assertThat(index().compression())
                .containsExactly(
                        new Compression("1-2", "page", false),
                        new Compression("4", "row", false),
                        new Compression("5", "page", false));
    }

    @Test
    void saysNothingOfWhatEveryColumnstoreIsCompressedBy() {
        assembly.storage(
                TABLE, List.of(row("indexName", "cci", "indexType", 5, "compression", 3, "defaultSpace", false)));

        assertThat(index().compression()).isEmpty();
    }

    @Test
    void tellsHeapsAndKeysThatTheSystemNamedByWhatTheyAre() {
        assembly.storage(
                TABLE,
                List.of(
                        row("indexId", 0, "compression", 1),
                        row(
                                "indexId",
                                2,
                                "indexType",
                                2,
                                "indexName",
                                "PK__t__1",
                                "primaryKey",
                                true,
                                "systemNamed",
                                true,
                                "fillFactor",
                                80),
                        row("indexId", 3, "indexType", 2, "indexName", "ix", "rowLocks", false, "fillFactor", 100)));

        assertThat(sink.only(Storage.class).indexes())
                .extracting(
                        IndexStorage::index, IndexStorage::role, IndexStorage::fillFactor, IndexStorage::rowLocksOff)
                .containsExactly(
                        tuple("ix", null, 0, true),
                        tuple(null, "heap", 0, false),
                        tuple(null, "primary_key", 80, false));
    }

    private IndexStorage index() {
        return sink.only(Storage.class).indexes().getFirst();
    }

    private static StorageRow partition(int number, int count, int compression) {
        return row(
                "indexId",
                1,
                "indexType",
                1,
                "indexName",
                "cx",
                "dataSpace",
                "by_month",
                "defaultSpace",
                false,
                "partitionColumn",
                "at",
                "partitionCount",
                count,
                "partitionNumber",
                number,
                "compression",
                compression);
    }

    private static StorageRow row(Object... pairs) {
        var all = new ArrayList<Object>(Arrays.asList(pairs));
        for (var allowed : List.of("rowLocks", "pageLocks", "defaultSpace")) {
            if (!all.contains(allowed)) {
                all.addAll(List.of(allowed, true));
            }
        }
        return SampleRow.of(StorageRow.class, all.toArray());
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.granary.harvester.catalog.CompressionRow;
import dev.granary.harvester.catalog.StorageRow;
import dev.granary.model.IndexStorage;
import dev.granary.model.IndexStorage.Compression;
import dev.granary.model.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageAssemblyTest {

    private static final int ROW = 1;
    private static final int PAGE = 2;

    private static final Owner TABLE = Assemblies.object(7);

    private final RecordingSink sink = new RecordingSink();
    private final Compressions compressions = new Compressions();
    private final StorageAssembly assembly = new StorageAssembly(sink, compressions);

    @Test
    void namesNoPartitionWhereAllAreCompressedAlike() {
        compressed(1, 1, PAGE);
        compressed(1, 2, PAGE);
        compressed(1, 3, PAGE);
        compressions.end();

        assembly.storage(TABLE, List.of(partitioned(3)));

        assertThat(index().compression()).containsExactly(new Compression(null, "page", false));
        assertThat(index().dataSpace()).isEqualTo("by_month");
        assertThat(index().partitionColumn()).isEqualTo("at");
    }

    @Test
    void namesRunsOfPartitionsThatAreCompressedAlike() {
        compressed(1, 1, PAGE);
        compressed(1, 2, PAGE);
        compressed(1, 4, ROW);
        compressed(1, 5, PAGE);
        compressed(2, 1, PAGE);
        compressions.end();

        assembly.storage(TABLE, List.of(partitioned(5)));

        assertThat(index().compression())
                .containsExactly(
                        new Compression("1-2", "page", false),
                        new Compression("4", "row", false),
                        new Compression("5", "page", false));
    }

    @Test
    void saysNothingOfWhatEveryColumnstoreIsCompressedBy() {
        compressions.end();

        assembly.storage(TABLE, List.of(row("indexName", "cci", "indexType", 5, "dataSpace", "history")));

        assertThat(index().compression()).isEmpty();
    }

    @Test
    void hasNoPartForWhatIsKeptByDefault() {
        compressed(2, 1, PAGE);
        compressions.end();

        assembly.storage(
                TABLE,
                List.of(
                        row("indexId", 0, "dataSpace", "PRIMARY", "defaultSpace", true),
                        row("indexId", 3, "indexType", 2, "indexName", "ix", "fillFactor", 100, "defaultSpace", true)));

        assertThat(sink.parts).isEmpty();
    }

    @Test
    void tellsNothingWhereCompressionCouldNotBeReadToItsEnd() {
        compressed(1, 1, PAGE);

        assembly.storage(TABLE, List.of(partitioned(3)));

        assertThat(sink.parts).isEmpty();
    }

    @Test
    void tellsHeapsAndKeysThatTheSystemNamedByWhatTheyAre() {
        compressed(0, 1, ROW);
        compressions.end();

        assembly.storage(
                TABLE,
                List.of(
                        row("indexId", 0),
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

    private void compressed(int indexId, int partition, int code) {
        compressions.row(SampleRow.of(
                CompressionRow.class,
                "objectId",
                TABLE.id(),
                "indexId",
                indexId,
                "partitionNumber",
                partition,
                "compression",
                code));
    }

    private IndexStorage index() {
        return sink.only(Storage.class).indexes().getFirst();
    }

    private static StorageRow partitioned(int count) {
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
                count);
    }

    private static StorageRow row(Object... pairs) {
        var all = new ArrayList<Object>(Arrays.asList(pairs));
        all.addAll(List.of("objectId", TABLE.id()));
        for (var allowed : List.of("rowLocks", "pageLocks")) {
            if (!all.contains(allowed)) {
                all.addAll(List.of(allowed, true));
            }
        }
        return SampleRow.of(StorageRow.class, all.toArray());
    }
}

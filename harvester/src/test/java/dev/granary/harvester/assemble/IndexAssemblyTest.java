package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.IndexRow;
import dev.granary.model.Aspect;
import dev.granary.model.Index;
import dev.granary.model.IndexColumn;
import dev.granary.model.Indexes;
import dev.granary.model.Key;
import dev.granary.model.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexAssemblyTest {

    private static final Owner TABLE = new Owner(Space.OBJECT, 7);

    private final RecordingSink sink = new RecordingSink();
    private final IndexAssembly assembly = new IndexAssembly(sink);

    @Test
    void ordersKeysByRankThenNameThenColumns() {
        assembly.indexes(
                TABLE,
                List.of(
                        unique(1, "UQ__t__2", true, 1, "b"),
                        unique(2, "UQ__t__1", true, 1, "c"),
                        unique(3, "UQ__t__0", true, 1, "b"),
                        unique(3, "UQ__t__0", true, 2, "a"),
                        unique(4, "uq_z", false, 1, "z"),
                        unique(5, "uq_a", false, 1, "y"),
                        primary(6, "PK__t__9", true, 1, "id")));

        assertThat(sink.only(Keys.class).keys())
                .extracting(key -> key.kind() + " " + key.name() + " " + names(key.columns()))
                .containsExactly(
                        "primary_key null [id]",
                        "unique uq_a [y]",
                        "unique uq_z [z]",
                        "unique null [b]",
                        "unique null [b, a]",
                        "unique null [c]");
        assertThat(sink.parts.getFirst().systemNames())
                .containsEntry("keys/0", "PK__t__9")
                .containsEntry("keys/3", "UQ__t__2")
                .containsEntry("keys/4", "UQ__t__0")
                .containsEntry("keys/5", "UQ__t__1")
                .hasSize(4);
    }

    @Test
    void keepsTheOrderAndDirectionOfKeyColumnsAndTheOrderOfIncludedOnes() {
        assembly.indexes(
                TABLE,
                List.of(
                        index(2, "ix", "NONCLUSTERED", 0, true, "y"),
                        index(2, "ix", "NONCLUSTERED", 0, true, "x"),
                        index(2, "ix", "NONCLUSTERED", 1, false, "b"),
                        index(2, "ix", "NONCLUSTERED", 2, false, "a")));

        var index = sink.only(Indexes.class).indexes().getFirst();
        assertThat(names(index.columns())).containsExactly("b", "a");
        assertThat(index.included()).containsExactly("y", "x");
        assertThat(index.type()).isEqualTo("nonclustered");
    }

    @Test
    void leavesOutPartitioningColumnsThatTheSystemAdded() {
        assembly.indexes(
                TABLE,
                List.of(
                        index(2, "ix", "CLUSTERED", 0, false, "partitioned_by"),
                        index(2, "ix", "CLUSTERED", 1, false, "a")));

        assertThat(names(sink.only(Indexes.class).indexes().getFirst().columns()))
                .containsExactly("a");
    }

    @Test
    void takesTheColumnsOfAnXmlIndexThoughTheyHaveNoOrdinal() {
        assembly.indexes(TABLE, List.of(index(256, "px", "XML", 0, false, "document")));

        assertThat(names(sink.only(Indexes.class).indexes().getFirst().columns()))
                .containsExactly("document");
    }

    @Test
    void namesTheColumnsOfANonclusteredColumnstoreButNotOfAClusteredOne() {
        assembly.indexes(
                TABLE,
                List.of(
                        index(1, "cci", "CLUSTERED COLUMNSTORE", 0, true, "a"),
                        index(2, "ncci", "NONCLUSTERED COLUMNSTORE", 0, true, "a")));

        assertThat(sink.only(Indexes.class).indexes())
                .extracting(Index::name, Index::type, Index::included)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cci", "clustered_columnstore", List.of()),
                        org.assertj.core.groups.Tuple.tuple("ncci", "nonclustered_columnstore", List.of("a")));
    }

    @Test
    void neverTakesTheKeyOfATableTypeForNamed() {
        assembly.indexes(
                new Owner(Space.TYPE, 257),
                List.of(new IndexRow(
                        9,
                        1,
                        "PK__TT_x__1",
                        "CLUSTERED",
                        true,
                        true,
                        false,
                        false,
                        false,
                        null,
                        false,
                        false,
                        1,
                        false,
                        false,
                        "id")));

        assertThat(sink.only(Keys.class).keys()).extracting(Key::name).containsExactly((String) null);
    }

    @Test
    void leavesIndexesUnknownWhoseFilterTheLoginMayNotRead() {
        assembly.indexes(
                TABLE,
                List.of(
                        primary(1, "pk", false, 1, "id"),
                        new IndexRow(
                                7,
                                2,
                                "ix",
                                "NONCLUSTERED",
                                false,
                                false,
                                false,
                                null,
                                true,
                                null,
                                false,
                                false,
                                1,
                                false,
                                false,
                                "a")));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.INDEXES));
        assertThat(sink.only(Keys.class).keys()).hasSize(1);
    }

    private static List<String> names(List<IndexColumn> columns) {
        return columns.stream().map(IndexColumn::name).toList();
    }

    private static IndexRow primary(int id, String name, boolean systemNamed, int ordinal, String column) {
        return new IndexRow(
                7,
                id,
                name,
                "CLUSTERED",
                true,
                true,
                false,
                systemNamed,
                false,
                null,
                false,
                false,
                ordinal,
                false,
                false,
                column);
    }

    private static IndexRow unique(int id, String name, boolean systemNamed, int ordinal, String column) {
        return new IndexRow(
                7,
                id,
                name,
                "NONCLUSTERED",
                true,
                false,
                true,
                systemNamed,
                false,
                null,
                false,
                false,
                ordinal,
                false,
                false,
                column);
    }

    private static IndexRow index(int id, String name, String type, int ordinal, boolean included, String column) {
        return new IndexRow(
                7, id, name, type, false, false, false, null, false, null, false, false, ordinal, included, false,
                column);
    }
}

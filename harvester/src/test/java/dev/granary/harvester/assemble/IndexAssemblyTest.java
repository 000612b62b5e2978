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
import dev.granary.model.SpatialIndex;
import dev.granary.model.XmlIndex;
import java.util.ArrayList;
import java.util.Arrays;
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
    void takesNoKeyColumnForIncludedToo() {
        assembly.indexes(
                TABLE,
                List.of(index(2, "ix", "NONCLUSTERED", 0, true, "y"), index(2, "ix", "NONCLUSTERED", 1, true, "a")));

        var index = sink.only(Indexes.class).indexes().getFirst();
        assertThat(names(index.columns())).containsExactly("a");
        assertThat(index.included()).containsExactly("y");
    }

    @Test
    void leavesKeysAndIndexesUnknownThatShowNoKeyColumn() {
        assembly.indexes(
                TABLE, List.of(primary(1, "pk", false, 0, null), index(2, "ix", "NONCLUSTERED", 0, false, null)));

        assertThat(sink.parts).isEmpty();
        assertThat(sink.unknown)
                .containsExactlyInAnyOrder(
                        new RecordingSink.Unknown(TABLE, Aspect.KEYS),
                        new RecordingSink.Unknown(TABLE, Aspect.INDEXES));
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
        assembly.indexes(new Owner(Space.TYPE, 257), List.of(primary(1, "PK__TT_x__1", false, 1, "id")));

        assertThat(sink.only(Keys.class).keys()).extracting(Key::name).containsExactly((String) null);
    }

    @Test
    void leavesIndexesUnknownWhoseFilterTheLoginMayNotRead() {
        assembly.indexes(
                TABLE,
                List.of(
                        primary(1, "pk", false, 1, "id"),
                        row(2, "ix", "NONCLUSTERED", "filtered", true, "keyOrdinal", 1, "columnName", "a")));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.INDEXES));
        assertThat(sink.only(Keys.class).keys()).hasSize(1);
    }

    @Test
    void saysHowManyBucketsAHashHas() {
        assembly.indexes(
                TABLE,
                List.of(
                        row(
                                1,
                                "pk",
                                "NONCLUSTERED HASH",
                                "primaryKey",
                                true,
                                "systemNamed",
                                false,
                                "keyOrdinal",
                                1,
                                "columnName",
                                "id",
                                "bucketCount",
                                1024),
                        row(2, "ix", "NONCLUSTERED HASH", "keyOrdinal", 1, "columnName", "a", "bucketCount", 64)));

        assertThat(sink.only(Keys.class).keys()).extracting(Key::bucketCount).containsExactly(1024);
        assertThat(sink.only(Indexes.class).indexes())
                .extracting(Index::bucketCount)
                .containsExactly(64);
    }

    @Test
    void saysOnWhichIndexAnotherXmlIndexWasBuilt() {
        assembly.indexes(
                TABLE,
                List.of(
                        row(3, "px", "XML", "columnName", "doc", "xmlType", "PRIMARY_XML"),
                        row(
                                4,
                                "sx",
                                "XML",
                                "columnName",
                                "doc",
                                "xmlType",
                                "SECONDARY_XML",
                                "xmlPrimary",
                                "px",
                                "xmlUsing",
                                "PATH")));

        assertThat(sink.only(Indexes.class).indexes())
                .extracting(Index::xml)
                .containsExactly(new XmlIndex("primary_xml", null, null), new XmlIndex("secondary_xml", "px", "path"));
    }

    @Test
    void writesABoundingBoxInDigits() {
        assembly.indexes(
                TABLE,
                List.of(row(
                        5,
                        "sp",
                        "SPATIAL",
                        "columnName",
                        "at",
                        "tessellation",
                        "GEOMETRY_GRID",
                        "xMin",
                        -180.0,
                        "yMin",
                        0.0,
                        "xMax",
                        1e7,
                        "yMax",
                        0.25,
                        "grid1",
                        "LOW",
                        "grid2",
                        "MEDIUM",
                        "cellsPerObject",
                        16)));

        assertThat(sink.only(Indexes.class).indexes().getFirst().spatial())
                .isEqualTo(new SpatialIndex(
                        "geometry_grid", List.of("-180", "0", "10000000", "0.25"), List.of("low", "medium"), 16));
    }

    @Test
    void keepsTheOrderOfAnOrderedColumnstore() {
        assembly.indexes(
                TABLE,
                List.of(
                        row(1, "cci", "CLUSTERED COLUMNSTORE", "columnName", "a", "orderOrdinal", 2),
                        row(1, "cci", "CLUSTERED COLUMNSTORE", "columnName", "b"),
                        row(1, "cci", "CLUSTERED COLUMNSTORE", "columnName", "c", "orderOrdinal", 1)));

        assertThat(sink.only(Indexes.class).indexes()).extracting(Index::order).containsExactly(List.of("c", "a"));
    }

    private static List<String> names(List<IndexColumn> columns) {
        return columns.stream().map(IndexColumn::name).toList();
    }

    private static IndexRow primary(int id, String name, boolean systemNamed, int ordinal, String column) {
        return row(
                id,
                name,
                "CLUSTERED",
                "uniqueIndex",
                true,
                "primaryKey",
                true,
                "systemNamed",
                systemNamed,
                "keyOrdinal",
                ordinal,
                "columnName",
                column);
    }

    private static IndexRow unique(int id, String name, boolean systemNamed, int ordinal, String column) {
        return row(
                id,
                name,
                "NONCLUSTERED",
                "uniqueIndex",
                true,
                "uniqueConstraint",
                true,
                "systemNamed",
                systemNamed,
                "keyOrdinal",
                ordinal,
                "columnName",
                column);
    }

    private static IndexRow index(int id, String name, String type, int ordinal, boolean included, String column) {
        return row(id, name, type, "keyOrdinal", ordinal, "included", included, "columnName", column);
    }

    private static IndexRow row(int id, String name, String type, Object... others) {
        var pairs = new ArrayList<Object>(List.of("objectId", 7, "indexId", id, "indexName", name, "indexType", type));
        pairs.addAll(Arrays.asList(others));
        return SampleRow.of(IndexRow.class, pairs.toArray());
    }
}

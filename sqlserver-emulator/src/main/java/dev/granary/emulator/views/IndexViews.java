package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.views.Rows.OfIndex;
import dev.granary.emulator.views.Rows.OfIndexPart;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Indexes of all kinds, and their columns. */
final class IndexViews {

    static final CatalogView<OfIndex> INDEXES = indexes("indexes", i -> true).build();

    static final CatalogView<OfIndex> HASH_INDEXES = indexes("hash_indexes", i -> i.kind() == Index.Kind.HASH)
            .integer("bucket_count", r -> r.index().options().special() instanceof Index.Hash h ? h.buckets() : 0)
            .build();

    static final CatalogView<OfIndex> XML_INDEXES = indexes("xml_indexes", i -> i.kind() == Index.Kind.XML)
            .integer("using_xml_index_id", r -> ofSecondary(r, Index.SecondaryXml::primaryId))
            .chars("secondary_type", 1, r -> ofSecondary(r, x -> String.valueOf(x.kind())))
            .nvarchar("secondary_type_desc", 60, IndexViews::secondaryDescription)
            .tinyint("xml_index_type", r -> secondary(r) == null ? 0 : 1)
            .nvarchar("xml_index_type_description", 60, r -> secondary(r) == null ? "PRIMARY_XML" : "SECONDARY_XML")
            .nulls(SqlType.INT, "path_id")
            .build();

    static final CatalogView<OfIndex> SPATIAL_INDEXES = indexes("spatial_indexes", i -> i.kind() == Index.Kind.SPATIAL)
            .tinyint("spatial_index_type", r -> tessellation(r).scheme().startsWith("GEOMETRY") ? 1 : 2)
            .nvarchar(
                    "spatial_index_type_desc",
                    60,
                    r -> tessellation(r).scheme().startsWith("GEOMETRY") ? "GEOMETRY" : "GEOGRAPHY")
            .sysname("tessellation_scheme", r -> tessellation(r).scheme())
            .build();

    static final CatalogView<OfIndex> SPATIAL_INDEX_TESSELLATIONS = CatalogView.<OfIndex>sys(
                    "spatial_index_tessellations")
            .integer("object_id", r -> r.owner().id())
            .integer("index_id", r -> r.index().id())
            .sysname("tessellation_scheme", r -> tessellation(r).scheme())
            .real("bounding_box_xmin", r -> box(r, 0))
            .real("bounding_box_ymin", r -> box(r, 1))
            .real("bounding_box_xmax", r -> box(r, 2))
            .real("bounding_box_ymax", r -> box(r, 3))
            .smallint("level_1_grid", r -> grid(r, 0))
            .nvarchar("level_1_grid_desc", 60, r -> gridName(r, 0))
            .smallint("level_2_grid", r -> grid(r, 1))
            .nvarchar("level_2_grid_desc", 60, r -> gridName(r, 1))
            .smallint("level_3_grid", r -> grid(r, 2))
            .nvarchar("level_3_grid_desc", 60, r -> gridName(r, 2))
            .smallint("level_4_grid", r -> grid(r, 3))
            .nvarchar("level_4_grid_desc", 60, r -> gridName(r, 3))
            .integer("cells_per_object", r -> tessellation(r).cells())
            .key(
                    List.of("object_id", "index_id"),
                    1,
                    s -> SPATIAL_INDEXES.rows(s),
                    (s, v) -> SPATIAL_INDEXES.keys().getFirst().lookup().rows(s, v))
            .build();

    static final CatalogView<OfIndexPart> INDEX_COLUMNS = CatalogView.<OfIndexPart>sys("index_columns")
            .integer("object_id", r -> r.owner().id())
            .integer("index_id", r -> r.index().id())
            .integer("index_column_id", OfIndexPart::position)
            .integer("column_id", r -> r.part().columnId())
            .tinyint("key_ordinal", IndexViews::keyOrdinal)
            .tinyint("partition_ordinal", IndexViews::partitionOrdinal)
            .bit("is_descending_key", r -> r.part().descending())
            .bit("is_included_column", r -> r.part().included())
            .tinyint("column_store_order_ordinal", r -> 0)
            .key(
                    List.of("object_id", "index_id", "index_column_id"),
                    1,
                    s -> Rows.indexParts(Rows.tabular(s)),
                    (s, v) -> Rows.indexParts(Rows.tabular(s, v[0])))
            .estimate(s -> s.catalog().objectCount() * 2L)
            .build();

    private IndexViews() {}

    private static int keyOrdinal(OfIndexPart row) {
        if (row.part().included()
                || row.index().kind().columnstore()
                || !row.index().kind().rowset()) {
            return 0;
        }
        return row.position();
    }

    private static int partitionOrdinal(OfIndexPart row) {
        var placement = row.index().options().placement();
        return placement != null
                        && placement.columnId() != null
                        && placement.columnId() == row.part().columnId()
                ? 1
                : 0;
    }

    private static CatalogView.Builder<OfIndex> indexes(String name, Predicate<Index> which) {
        return CatalogView.<OfIndex>sys(name)
                .integer("object_id", r -> r.owner().id())
                .sysname("name", r -> r.index().name())
                .integer("index_id", r -> r.index().id())
                .tinyint("type", r -> r.index().kind().code())
                .nvarchar("type_desc", 60, r -> r.index().kind().description())
                .bit("is_unique", r -> r.index().unique())
                .integer("data_space_id", r -> dataSpace(r.index()))
                .bit("ignore_dup_key", r -> r.index().options().ignoreDuplicates())
                .bit("is_primary_key", r -> r.index().role() == Index.Role.PRIMARY_KEY)
                .bit("is_unique_constraint", r -> r.index().role() == Index.Role.UNIQUE_CONSTRAINT)
                .tinyint("fill_factor", r -> r.index().options().fillFactor())
                .bit("is_padded", r -> r.index().options().padded())
                .bit("is_disabled", r -> r.index().options().disabled())
                .unset("is_hypothetical", "is_ignored_in_optimization")
                .bit("allow_row_locks", r -> r.index().options().rowLocks())
                .bit("allow_page_locks", r -> r.index().options().pageLocks())
                .bit("has_filter", r -> r.index().options().filter() != null)
                .text("filter_definition", (r, s) -> r.index().options().filter())
                .integer("compression_delay", r -> r.index().kind().columnstore() ? 0 : null)
                .unset("suppress_dup_key_messages", "auto_created")
                .bit("optimize_for_sequential_key", r -> r.index().options().sequential())
                .key(
                        List.of("object_id", "index_id"),
                        1,
                        s -> of(Rows.indexes(Rows.tabular(s)), which),
                        (s, v) -> of(Rows.indexes(Rows.tabular(s, v[0])), which))
                .estimate(s -> s.catalog().objectCount());
    }

    private static Iterable<OfIndex> of(Iterable<OfIndex> all, Predicate<Index> which) {
        return Rows.filter(all, r -> which.test(r.index()));
    }

    static int dataSpace(Index index) {
        var placement = index.options().placement();
        return placement == null ? 1 : placement.dataSpaceId();
    }

    private static Index.@Nullable SecondaryXml secondary(OfIndex row) {
        return row.index().options().special() instanceof Index.SecondaryXml s ? s : null;
    }

    private static <V> @Nullable V ofSecondary(OfIndex row, Function<Index.SecondaryXml, V> part) {
        var secondary = secondary(row);
        return secondary == null ? null : part.apply(secondary);
    }

    private static @Nullable String secondaryDescription(OfIndex row) {
        var secondary = secondary(row);
        return secondary == null
                ? null
                : switch (secondary.kind()) {
                    case 'P' -> "PATH";
                    case 'V' -> "VALUE";
                    default -> "PROPERTY";
                };
    }

    private static Index.Tessellation tessellation(OfIndex row) {
        return row.index().options().special() instanceof Index.Tessellation t
                ? t
                : new Index.Tessellation("GEOGRAPHY_AUTO_GRID", List.of(), List.of(0, 0, 0, 0), 12);
    }

    private static @Nullable Double box(OfIndex row, int at) {
        var box = tessellation(row).box();
        return at < box.size() ? box.get(at) : null;
    }

    private static @Nullable Integer grid(OfIndex row, int at) {
        int grid = tessellation(row).grids().get(at);
        return grid == 0 ? null : (Integer) (grid == 1 ? 16 : grid == 2 ? 64 : 256);
    }

    private static @Nullable String gridName(OfIndex row, int at) {
        int grid = tessellation(row).grids().get(at);
        // An automatic grid has more levels than these and tells none of them.
        return grid == 0 ? null : List.of("LOW", "MEDIUM", "HIGH").get(grid - 1);
    }
}

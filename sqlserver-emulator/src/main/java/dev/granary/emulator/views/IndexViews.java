package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.views.Rows.OfIndex;
import dev.granary.emulator.views.Rows.OfIndexPart;
import java.util.List;

/** Indexes, their columns, and the one partition each has. */
final class IndexViews {

    static final CatalogView<OfIndex> INDEXES = CatalogView.<OfIndex>sys("indexes")
            .integer("object_id", r -> r.owner().id())
            .sysname("name", r -> r.index().name())
            .integer("index_id", r -> r.index().id())
            .tinyint("type", r -> r.index().kind().code())
            .nvarchar("type_desc", 60, r -> r.index().kind().description())
            .bit("is_unique", r -> r.index().unique())
            .integer("data_space_id", r -> 1)
            .bit("ignore_dup_key", r -> r.index().options().ignoreDuplicates())
            .bit("is_primary_key", r -> r.index().role() == Index.Role.PRIMARY_KEY)
            .bit("is_unique_constraint", r -> r.index().role() == Index.Role.UNIQUE_CONSTRAINT)
            .tinyint("fill_factor", r -> r.index().options().fillFactor())
            .bit("is_padded", r -> r.index().options().padded())
            .bit("is_disabled", r -> r.index().options().disabled())
            .unset("is_hypothetical", "is_ignored_in_optimization")
            .bit("allow_row_locks", r -> true)
            .bit("allow_page_locks", r -> true)
            .bit("has_filter", r -> r.index().options().filter() != null)
            .text("filter_definition", (r, s) -> r.index().options().filter())
            .integer("compression_delay", r -> r.index().kind().columnstore() ? 0 : null)
            .unset("suppress_dup_key_messages", "auto_created", "optimize_for_sequential_key")
            .key(
                    List.of("object_id", "index_id"),
                    1,
                    s -> Rows.indexes(Rows.tabular(s)),
                    (s, v) -> Rows.indexes(Rows.tabular(s, v[0])))
            .estimate(s -> s.catalog().objectCount())
            .build();

    static final CatalogView<OfIndexPart> INDEX_COLUMNS = CatalogView.<OfIndexPart>sys("index_columns")
            .integer("object_id", r -> r.owner().id())
            .integer("index_id", r -> r.index().id())
            .integer("index_column_id", OfIndexPart::position)
            .integer("column_id", r -> r.part().columnId())
            .tinyint("key_ordinal", IndexViews::keyOrdinal)
            .tinyint("partition_ordinal", r -> 0)
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

    static final CatalogView<OfIndex> PARTITIONS = CatalogView.<OfIndex>sys("partitions")
            .bigint("partition_id", IndexViews::partition)
            .integer("object_id", r -> r.owner().id())
            .integer("index_id", r -> r.index().id())
            .integer("partition_number", r -> 1)
            .bigint("hobt_id", IndexViews::partition)
            .bigint("rows", r -> 0L)
            .smallint("filestream_filegroup_id", r -> 0)
            .tinyint("data_compression", r -> r.index().kind().columnstore() ? 3 : 0)
            .nvarchar("data_compression_desc", 60, r -> r.index().kind().columnstore() ? "COLUMNSTORE" : "NONE")
            .key(
                    List.of("object_id", "index_id"),
                    1,
                    s -> Rows.indexes(Rows.filter(Rows.objects(s, Relation.class), Rows::userTable)),
                    (s, v) -> Rows.indexes(Rows.filter(Rows.object(s, v[0], Relation.class), Rows::userTable)))
            .estimate(s -> s.catalog().objectCount())
            .build();

    static final CatalogView<OfIndex> PARTITION_STATS = CatalogView.<OfIndex>sys("dm_db_partition_stats")
            .bigint("partition_id", IndexViews::partition)
            .integer("object_id", r -> r.owner().id())
            .integer("index_id", r -> r.index().id())
            .integer("partition_number", r -> 1)
            .bigint("in_row_data_page_count", r -> 0L)
            .bigint("in_row_used_page_count", r -> 0L)
            .bigint("in_row_reserved_page_count", r -> 0L)
            .bigint("lob_used_page_count", r -> 0L)
            .bigint("lob_reserved_page_count", r -> 0L)
            .bigint("row_overflow_used_page_count", r -> 0L)
            .bigint("row_overflow_reserved_page_count", r -> 0L)
            .bigint("used_page_count", r -> 0L)
            .bigint("reserved_page_count", r -> 0L)
            .bigint("row_count", r -> 0L)
            .nulls(SqlType.INT, "compressed_page_count")
            .key(
                    List.of("object_id", "index_id"),
                    1,
                    s -> PARTITIONS.rows(s),
                    (s, v) -> PARTITIONS.keys().getFirst().lookup().rows(s, v))
            .estimate(s -> s.catalog().objectCount())
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

    private static long partition(OfIndex row) {
        return 72_057_594_000_000_000L + row.owner().id() * 64L + row.index().id();
    }
}

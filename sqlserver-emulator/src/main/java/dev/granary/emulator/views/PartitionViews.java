package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Catalog;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Table;
import java.util.List;
import java.util.stream.IntStream;

/** The partitions of indexes, with rows and pages as a table of that many rows and columns might have them. */
final class PartitionViews {

    private static final int PAGE = 8_060;

    /** One partition of an index, of so many. */
    record OfPartition(Relation owner, Index index, int number, int count) {

        long id() {
            return 72_057_594_000_000_000L + owner.id() * 4_096L + index.id() % 1_000 * 16L + number - 1;
        }

        /** The table's rows, spread evenly. */
        long rows() {
            long all = owner instanceof Table t ? t.rows() : 0;
            return all / count + (number <= all % count ? 1 : 0);
        }

        long usedPages() {
            long rows = rows();
            return rows == 0 ? 0 : 1 + rows * width() / PAGE;
        }

        /** Extents are of eight pages. */
        long reservedPages() {
            return (usedPages() + 7) / 8 * 8;
        }

        private int width() {
            if (index.id() > 1) {
                return 9 + 12 * index.parts().size();
            }
            int width = 7;
            for (var column : owner.columns()) {
                int length = column.type().maxLength();
                width += length < 0 ? 40 : Math.min(length, 60);
            }
            return width;
        }

        int compression() {
            int unsaid = index.kind().columnstore() ? 3 : 0;
            return index.options().compressionOf(number, unsaid);
        }
    }

    static final CatalogView<OfPartition> PARTITIONS = keyed(CatalogView.<OfPartition>sys("partitions")
                    .bigint("partition_id", OfPartition::id)
                    .integer("object_id", r -> r.owner().id())
                    .integer("index_id", r -> r.index().id())
                    .integer("partition_number", OfPartition::number)
                    .bigint("hobt_id", OfPartition::id)
                    .bigint("rows", OfPartition::rows)
                    .smallint("filestream_filegroup_id", r -> 0)
                    .tinyint("data_compression", OfPartition::compression)
                    .nvarchar("data_compression_desc", 60, r -> switch (r.compression()) {
                        case 1 -> "ROW";
                        case 2 -> "PAGE";
                        case 3 -> "COLUMNSTORE";
                        case 4 -> "COLUMNSTORE_ARCHIVE";
                        default -> "NONE";
                    }))
            .unset("xml_compression")
            .nvarchar("xml_compression_desc", 60, r -> "OFF")
            .build();

    static final CatalogView<OfPartition> PARTITION_STATS = keyed(CatalogView.<OfPartition>sys("dm_db_partition_stats")
                    .bigint("partition_id", OfPartition::id)
                    .integer("object_id", r -> r.owner().id())
                    .integer("index_id", r -> r.index().id())
                    .integer("partition_number", OfPartition::number)
                    .bigint("in_row_data_page_count", r -> Math.max(0, r.usedPages() - 1))
                    .bigint("in_row_used_page_count", OfPartition::usedPages)
                    .bigint("in_row_reserved_page_count", OfPartition::reservedPages)
                    .bigint("lob_used_page_count", r -> 0L)
                    .bigint("lob_reserved_page_count", r -> 0L)
                    .bigint("row_overflow_used_page_count", r -> 0L)
                    .bigint("row_overflow_reserved_page_count", r -> 0L)
                    .bigint("used_page_count", OfPartition::usedPages)
                    .bigint("reserved_page_count", OfPartition::reservedPages)
                    .bigint("row_count", OfPartition::rows)
                    .nulls(SqlType.INT, "compressed_page_count"))
            .build();

    static final CatalogView<OfPartition> ALLOCATION_UNITS = CatalogView.<OfPartition>sys("allocation_units")
            .bigint("allocation_unit_id", OfPartition::id)
            .tinyint("type", r -> 1)
            .nvarchar("type_desc", 60, r -> "IN_ROW_DATA")
            .bigint("container_id", OfPartition::id)
            .looked("data_space_id", SqlType.INT, (r, s) -> filegroup(r, s.catalog()))
            .bigint("total_pages", OfPartition::reservedPages)
            .bigint("used_pages", OfPartition::usedPages)
            .bigint("data_pages", r -> Math.max(0, r.usedPages() - 1))
            .scan(s -> PARTITIONS.rows(s))
            .estimate(s -> s.catalog().objectCount())
            .build();

    private PartitionViews() {}

    private static CatalogView.Builder<OfPartition> keyed(CatalogView.Builder<OfPartition> builder) {
        return builder.key(
                        List.of("object_id", "index_id"),
                        1,
                        s -> partitions(s, Rows.objects(s, Relation.class)),
                        (s, v) -> partitions(s, Rows.object(s, v[0], Relation.class)))
                .estimate(s -> s.catalog().objectCount());
    }

    private static Iterable<OfPartition> partitions(Scope scope, Iterable<Relation> relations) {
        var extras = scope.catalog().extras();
        return Rows.flat(Rows.indexes(relations), r -> {
            int count = extras.partitions(IndexViews.dataSpace(r.index()));
            return count == 1
                    ? List.of(new OfPartition(r.owner(), r.index(), 1, 1))
                    : IntStream.rangeClosed(1, count)
                            .mapToObj(n -> new OfPartition(r.owner(), r.index(), n, count))
                            .toList();
        });
    }

    private static int filegroup(OfPartition row, Catalog catalog) {
        int id = IndexViews.dataSpace(row.index());
        var space = catalog.extras().dataSpaces().byId(id);
        return space == null || space.functionId() == null
                ? id
                : space.destinations().get(row.number() - 1);
    }
}

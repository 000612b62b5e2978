package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Extras.Assembly;
import dev.granary.emulator.model.Extras.FulltextCatalog;
import dev.granary.emulator.model.Extras.FulltextColumn;
import dev.granary.emulator.model.Extras.FulltextIndex;
import dev.granary.emulator.model.Extras.Statistics;
import dev.granary.emulator.model.Extras.XmlCollection;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.views.Rows.OfColumn;
import java.util.ArrayList;
import java.util.List;

/** Assemblies, XML schema collections, full-text indexes and statistics. */
final class AboutColumnViews {

    static final CatalogView<Assembly> ASSEMBLIES = CatalogView.<Assembly>sys("assemblies")
            .sysname("name", Assembly::name)
            .integer("principal_id", a -> 1)
            .integer("assembly_id", Assembly::id)
            .nvarchar(
                    "clr_name",
                    4000,
                    a -> a.name().toLowerCase(java.util.Locale.ROOT)
                            + ", version=0.0.0.0, culture=neutral, publickeytoken=null, processorarchitecture=msil")
            .tinyint("permission_set", Assembly::permissionSet)
            .nvarchar("permission_set_desc", 60, a -> switch (a.permissionSet()) {
                case 2 -> "EXTERNAL_ACCESS";
                case 3 -> "UNSAFE_ACCESS";
                default -> "SAFE_ACCESS";
            })
            .bit("is_visible", a -> true)
            .datetime("create_date", Assembly::created)
            .datetime("modify_date", Assembly::created)
            .bit("is_user_defined", a -> true)
            .key(
                    List.of("assembly_id"),
                    1,
                    s -> s.catalog().extras().assemblies().all(),
                    (s, v) -> Rows.oneOrNone(s.catalog().extras().assemblies().byId(v[0])))
            .build();

    static final CatalogView<XmlCollection> XML_SCHEMA_COLLECTIONS = CatalogView.<XmlCollection>sys(
                    "xml_schema_collections")
            .integer("xml_collection_id", XmlCollection::id)
            .integer("schema_id", XmlCollection::schemaId)
            .nulls(SqlType.INT, "principal_id")
            .sysname("name", XmlCollection::name)
            .datetime("create_date", XmlCollection::created)
            .datetime("modify_date", XmlCollection::created)
            .key(
                    List.of("xml_collection_id"),
                    1,
                    s -> s.catalog().extras().xmlCollections().all(),
                    (s, v) ->
                            Rows.oneOrNone(s.catalog().extras().xmlCollections().byId(v[0])))
            .build();

    /** A namespace of a collection. */
    record Namespace(XmlCollection collection, int number) {}

    static final CatalogView<Namespace> XML_SCHEMA_NAMESPACES = CatalogView.<Namespace>sys("xml_schema_namespaces")
            .integer("xml_collection_id", n -> n.collection().id())
            .nvarchar("name", 4000, n -> n.collection().namespaces().get(n.number() - 1))
            .integer("xml_namespace_id", Namespace::number)
            .scan(s -> Rows.flat(
                    s.catalog().extras().xmlCollections().all(),
                    c -> java.util.stream.IntStream.rangeClosed(
                                    1, c.namespaces().size())
                            .mapToObj(i -> new Namespace(c, i))
                            .toList()))
            .build();

    static final CatalogView<OfColumn> COLUMN_XML_SCHEMA_COLLECTION_USAGES = CatalogView.<OfColumn>sys(
                    "column_xml_schema_collection_usages")
            .integer("object_id", r -> r.owner().id())
            .integer("column_id", r -> r.column().id())
            .integer("xml_collection_id", r -> r.column().traits().special().xmlCollection())
            .scan(s -> Rows.columns(s, c -> c.traits().special().xmlCollection() != 0))
            .build();

    static final CatalogView<FulltextCatalog> FULLTEXT_CATALOGS = CatalogView.<FulltextCatalog>sys("fulltext_catalogs")
            .integer("fulltext_catalog_id", FulltextCatalog::id)
            .sysname("name", FulltextCatalog::name)
            .nvarchar("path", 260, c -> null)
            .bit("is_default", FulltextCatalog::byDefault)
            .bit("is_accent_sensitivity_on", FulltextCatalog::accents)
            .integer("data_space_id", c -> null)
            .integer("file_id", c -> null)
            .integer("principal_id", c -> 1)
            .unset("is_importing")
            .scan(s -> s.catalog().extras().fulltextCatalogs().all())
            .build();

    static final CatalogView<FulltextIndex> FULLTEXT_INDEXES = CatalogView.<FulltextIndex>sys("fulltext_indexes")
            .integer("object_id", FulltextIndex::tableId)
            .integer("unique_index_id", FulltextIndex::keyIndexId)
            .integer("fulltext_catalog_id", FulltextIndex::catalogId)
            .bit("is_enabled", FulltextIndex::enabled)
            .chars("change_tracking_state", 1, i -> "A")
            .nvarchar("change_tracking_state_desc", 60, i -> "AUTO")
            .bit("has_crawl_completed", i -> true)
            .chars("crawl_type", 1, i -> "F")
            .nvarchar("crawl_type_desc", 60, i -> "FULL_CRAWL")
            .integer("stoplist_id", i -> 0)
            .integer("data_space_id", i -> 1)
            .integer("property_list_id", i -> null)
            .key(List.of("object_id"), 1, s -> visible(s), (s, v) -> Rows.filter(visible(s), i -> i.tableId() == v[0]))
            .build();

    /** Nobody makes stop lists here. */
    static final CatalogView<FulltextIndex> FULLTEXT_STOPLISTS = CatalogView.<FulltextIndex>sys("fulltext_stoplists")
            .integer("stoplist_id", r -> null)
            .sysname("name", r -> null)
            .datetime("create_date", r -> null)
            .datetime("modify_date", r -> null)
            .integer("principal_id", r -> null)
            .scan(s -> List.of())
            .build();

    /** A column of a full-text index. */
    record OfFulltext(FulltextIndex index, FulltextColumn column) {}

    static final CatalogView<OfFulltext> FULLTEXT_INDEX_COLUMNS = CatalogView.<OfFulltext>sys("fulltext_index_columns")
            .integer("object_id", r -> r.index().tableId())
            .integer("column_id", r -> r.column().columnId())
            .integer("type_column_id", r -> null)
            .integer("language_id", r -> r.column().language())
            .integer("statistical_semantics", r -> 0)
            .scan(s -> Rows.flat(
                    visible(s),
                    i -> i.columns().stream().map(c -> new OfFulltext(i, c)).toList()))
            .build();

    /** The statistics of an index, or those that somebody made. */
    record OfStatistics(Relation owner, Statistics statistics, boolean made) {}

    static final CatalogView<OfStatistics> STATS = CatalogView.<OfStatistics>sys("stats")
            .integer("object_id", r -> r.owner().id())
            .sysname("name", r -> r.statistics().name())
            .integer("stats_id", r -> r.statistics().id())
            .unset("auto_created")
            .bit("user_created", OfStatistics::made)
            .bit("no_recompute", r -> r.statistics().noRecompute())
            .bit("has_filter", r -> r.statistics().filter() != null)
            .text("filter_definition", (r, s) -> r.statistics().filter())
            .unset("is_temporary", "is_incremental", "has_persisted_sample")
            .integer("stats_generation_method", r -> 0)
            .nvarchar("stats_generation_method_desc", 80, r -> "Sort based statistics")
            .key(
                    List.of("object_id", "stats_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, Relation.class), r -> statistics(s, r)),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], Relation.class), r -> statistics(s, r)))
            .estimate(s -> s.catalog().objectCount())
            .build();

    /** A column of statistics. */
    record OfStatisticsColumn(OfStatistics of, int number) {}

    static final CatalogView<OfStatisticsColumn> STATS_COLUMNS = CatalogView.<OfStatisticsColumn>sys("stats_columns")
            .integer("object_id", r -> r.of().owner().id())
            .integer("stats_id", r -> r.of().statistics().id())
            .integer("stats_column_id", OfStatisticsColumn::number)
            .integer("column_id", r -> r.of().statistics().columns().get(r.number() - 1))
            .key(
                    List.of("object_id", "stats_id", "stats_column_id"),
                    1,
                    s -> Rows.flat(STATS.rows(s), AboutColumnViews::columns),
                    (s, v) -> Rows.flat(STATS.keys().getFirst().lookup().rows(s, v), AboutColumnViews::columns))
            .estimate(s -> s.catalog().objectCount())
            .build();

    static final List<CatalogView<?>> ALL = List.of(
            ASSEMBLIES,
            XML_SCHEMA_COLLECTIONS,
            XML_SCHEMA_NAMESPACES,
            COLUMN_XML_SCHEMA_COLLECTION_USAGES,
            FULLTEXT_CATALOGS,
            FULLTEXT_INDEXES,
            FULLTEXT_INDEX_COLUMNS,
            FULLTEXT_STOPLISTS,
            STATS,
            STATS_COLUMNS);

    private AboutColumnViews() {}

    private static Iterable<FulltextIndex> visible(Scope scope) {
        return Rows.filter(scope.catalog().extras().fulltextIndexes().values(), i -> {
            var table = scope.catalog().byId(i.tableId());
            return table != null && scope.sees(table);
        });
    }

    private static List<OfStatistics> statistics(Scope scope, Relation relation) {
        var all = new ArrayList<OfStatistics>();
        for (var index : relation.indexes()) {
            if (index.kind().rowset() && index.kind() != Index.Kind.HEAP) {
                var columns = index.parts().stream()
                        .filter(p -> !p.included())
                        .map(Index.Part::columnId)
                        .toList();
                var statistics = new Statistics(
                        index.id(),
                        index.name() == null ? "" : index.name(),
                        columns,
                        index.options().filter(),
                        false);
                all.add(new OfStatistics(relation, statistics, false));
            }
        }
        for (var made : scope.catalog().extras().statistics().getOrDefault(relation.id(), List.of())) {
            all.add(new OfStatistics(relation, made, true));
        }
        return all;
    }

    private static List<OfStatisticsColumn> columns(OfStatistics of) {
        return java.util.stream.IntStream.rangeClosed(
                        1, of.statistics().columns().size())
                .mapToObj(i -> new OfStatisticsColumn(of, i))
                .toList();
    }
}

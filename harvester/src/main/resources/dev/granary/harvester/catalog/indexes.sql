-- One row per column of an index or key, by object_id, index_id, key_ordinal and index_column_id; one row for an index that lists no
-- column. Aliases are the components of IndexRow.
-- Needs VIEW DEFINITION; without it the filter's expression is NULL.
-- Included columns have key_ordinal 0, and so have the columns of columnstore, XML and spatial indexes and partitioning columns that the
-- system added. Heaps are index 0 of type 0; hypothetical indexes belong to the tuning advisor. A key and its index have one name; unique_index_id
-- is of another numbering where an engine only resembles SQL Server. So may index_column_id be: such rows tell nothing of the table's columns.
SELECT i.object_id            AS object_id,
       i.index_id             AS index_id,
       i.name                 AS index_name,
       i.type_desc            AS index_type,
       i.is_unique            AS unique_index,
       i.is_primary_key       AS primary_key,
       i.is_unique_constraint AS unique_constraint,
       kc.is_system_named     AS system_named,
       i.has_filter           AS filtered,
       i.filter_definition    AS filter_expression,
       i.is_disabled          AS disabled,
       i.ignore_dup_key       AS ignore_duplicates,
       hi.bucket_count        AS bucket_count, -- needs sys.hash_indexes
       i.compression_delay    AS compression_delay, -- needs sys.indexes.compression_delay
       xi.xml_index_type_description AS xml_type, -- needs sys.xml_indexes.xml_index_type_description
       xi.secondary_type_desc AS xml_using, -- needs sys.xml_indexes
       px.name                AS xml_primary, -- needs sys.xml_indexes
       st.tessellation_scheme AS tessellation, -- needs sys.spatial_index_tessellations
       st.bounding_box_xmin   AS x_min, -- needs sys.spatial_index_tessellations
       st.bounding_box_ymin   AS y_min, -- needs sys.spatial_index_tessellations
       st.bounding_box_xmax   AS x_max, -- needs sys.spatial_index_tessellations
       st.bounding_box_ymax   AS y_max, -- needs sys.spatial_index_tessellations
       st.level_1_grid_desc   AS grid1, -- needs sys.spatial_index_tessellations
       st.level_2_grid_desc   AS grid2, -- needs sys.spatial_index_tessellations
       st.level_3_grid_desc   AS grid3, -- needs sys.spatial_index_tessellations
       st.level_4_grid_desc   AS grid4, -- needs sys.spatial_index_tessellations
       st.cells_per_object    AS cells_per_object, -- needs sys.spatial_index_tessellations
       ic.column_store_order_ordinal AS order_ordinal, -- needs sys.index_columns.column_store_order_ordinal
       ic.key_ordinal         AS key_ordinal,
       ic.is_included_column  AS included,
       ic.is_descending_key   AS descending,
       c.name                 AS column_name
  FROM sys.indexes AS i
  JOIN sys.objects AS o ON o.object_id = i.object_id
  LEFT JOIN sys.key_constraints AS kc ON kc.parent_object_id = i.object_id AND kc.name = i.name
  LEFT JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.index_column_id < 16384
  LEFT JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
  LEFT JOIN sys.hash_indexes AS hi ON hi.object_id = i.object_id AND hi.index_id = i.index_id -- needs sys.hash_indexes
  LEFT JOIN sys.xml_indexes AS xi ON xi.object_id = i.object_id AND xi.index_id = i.index_id -- needs sys.xml_indexes
  LEFT JOIN sys.indexes AS px ON px.object_id = i.object_id AND px.index_id = xi.using_xml_index_id -- needs sys.xml_indexes
  LEFT JOIN sys.spatial_index_tessellations AS st ON st.object_id = i.object_id AND st.index_id = i.index_id -- needs sys.spatial_index_tessellations
 WHERE i.type <> 0
   AND i.is_hypothetical = 0
   AND o.type IN ('U', 'V', 'TF', 'TT')
   AND (o.is_ms_shipped = 0 OR o.type = 'TT')
 ORDER BY i.object_id, i.index_id, ic.key_ordinal, ic.index_column_id

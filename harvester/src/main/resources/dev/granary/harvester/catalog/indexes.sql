-- One row per column of an index or key, by object_id, index_id, key_ordinal and index_column_id; one row for an index that lists no
-- column. Aliases are the components of IndexRow.
-- Needs VIEW DEFINITION; without it the filter's expression is NULL.
-- Included columns have key_ordinal 0, and so have the columns of columnstore, XML and spatial indexes and partitioning columns that the
-- system added. Heaps are index 0 of type 0; hypothetical indexes belong to the tuning advisor.
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
       ic.key_ordinal         AS key_ordinal,
       ic.is_included_column  AS included,
       ic.is_descending_key   AS descending,
       c.name                 AS column_name
  FROM sys.indexes AS i
  JOIN sys.objects AS o ON o.object_id = i.object_id
  LEFT JOIN sys.key_constraints AS kc ON kc.parent_object_id = i.object_id AND kc.unique_index_id = i.index_id
  LEFT JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
  LEFT JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
 WHERE i.type <> 0
   AND i.is_hypothetical = 0
   AND o.type IN ('U', 'V', 'TF', 'TT')
   AND (o.is_ms_shipped = 0 OR o.type = 'TT')
 ORDER BY i.object_id, i.index_id, ic.key_ordinal, ic.index_column_id

-- One row per column of a primary key or unique constraint, for an engine without the catalogue views of indexes.sql. Aliases are the
-- components of IndexRow; the index's id is a number of this answer only.
-- Needs VIEW DEFINITION.
-- Cannot say: indexes that are no keys, the type of a key's index, descending columns, names made by the system, keys of types
SELECT o.object_id                     AS object_id,
       CAST(NULL AS int) AS bucket_count,
       CAST(NULL AS int) AS compression_delay,
       CAST(NULL AS nvarchar(1)) AS xml_type,
       CAST(NULL AS nvarchar(1)) AS xml_using,
       CAST(NULL AS nvarchar(1)) AS xml_primary,
       CAST(NULL AS nvarchar(1)) AS tessellation,
       CAST(NULL AS float) AS x_min,
       CAST(NULL AS float) AS y_min,
       CAST(NULL AS float) AS x_max,
       CAST(NULL AS float) AS y_max,
       CAST(NULL AS nvarchar(1)) AS grid1,
       CAST(NULL AS nvarchar(1)) AS grid2,
       CAST(NULL AS nvarchar(1)) AS grid3,
       CAST(NULL AS nvarchar(1)) AS grid4,
       CAST(NULL AS int) AS cells_per_object,
       CAST(NULL AS int) AS order_ordinal,
       CAST(DENSE_RANK() OVER (ORDER BY tc.CONSTRAINT_SCHEMA, tc.CONSTRAINT_NAME) AS int) AS index_id,
       tc.CONSTRAINT_NAME              AS index_name,
       N'UNKNOWN'                      AS index_type,
       1                               AS unique_index,
       CASE WHEN tc.CONSTRAINT_TYPE = N'PRIMARY KEY' THEN 1 ELSE 0 END AS primary_key,
       CASE WHEN tc.CONSTRAINT_TYPE = N'UNIQUE' THEN 1 ELSE 0 END AS unique_constraint,
       0                               AS system_named,
       0                               AS filtered,
       CAST(NULL AS nvarchar(1))       AS filter_expression,
       0                               AS disabled,
       0                               AS ignore_duplicates,
       k.ORDINAL_POSITION              AS key_ordinal,
       0                               AS included,
       0                               AS descending,
       k.COLUMN_NAME                   AS column_name
  FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS tc
  JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE AS k ON k.CONSTRAINT_SCHEMA = tc.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = tc.CONSTRAINT_NAME
  JOIN sys.schemas AS s ON s.name = tc.TABLE_SCHEMA
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = tc.TABLE_NAME
 WHERE o.is_ms_shipped = 0
   AND tc.CONSTRAINT_TYPE IN (N'PRIMARY KEY', N'UNIQUE')
 ORDER BY o.object_id, tc.CONSTRAINT_SCHEMA, tc.CONSTRAINT_NAME, k.ORDINAL_POSITION

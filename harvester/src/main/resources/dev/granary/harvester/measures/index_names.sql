-- One row per index that has a name. Needs VIEW DEFINITION only.
SELECT i.object_id AS object_id,
       i.index_id  AS index_id,
       i.name      AS index_name
  FROM sys.indexes AS i
 WHERE i.name IS NOT NULL

-- One row per column of a full-text index, by object_id and column_id. Aliases are the components of FulltextRow.
-- Needs VIEW DEFINITION; names that the login may not see are NULL. stoplist_id is NULL where stop words are off and 0 for the system's own.
SELECT fi.object_id                  AS object_id,
       ki.name                       AS key_index,
       kc.is_system_named            AS key_system_named,
       fc.name                       AS catalog_name,
       fi.stoplist_id                AS stoplist_id,
       sl.name                       AS stoplist_name,
       fi.change_tracking_state_desc AS change_tracking,
       fi.is_enabled                 AS enabled,
       c.name                        AS column_name,
       la.name                       AS language_name,
       tc.name                       AS type_column,
       co.statistical_semantics      AS semantics
  FROM sys.fulltext_indexes AS fi
  JOIN sys.objects AS o ON o.object_id = fi.object_id
  LEFT JOIN sys.indexes AS ki ON ki.object_id = fi.object_id AND ki.index_id = fi.unique_index_id
  LEFT JOIN sys.key_constraints AS kc ON kc.parent_object_id = fi.object_id AND kc.name = ki.name
  LEFT JOIN sys.fulltext_catalogs AS fc ON fc.fulltext_catalog_id = fi.fulltext_catalog_id
  LEFT JOIN sys.fulltext_stoplists AS sl ON sl.stoplist_id = fi.stoplist_id
  LEFT JOIN sys.fulltext_index_columns AS co ON co.object_id = fi.object_id
  LEFT JOIN sys.fulltext_languages AS la ON la.lcid = co.language_id
  LEFT JOIN sys.columns AS c ON c.object_id = co.object_id AND c.column_id = co.column_id
  LEFT JOIN sys.columns AS tc ON tc.object_id = co.object_id AND tc.column_id = co.type_column_id
 WHERE o.is_ms_shipped = 0
 ORDER BY fi.object_id, co.column_id

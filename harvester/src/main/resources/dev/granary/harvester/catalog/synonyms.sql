-- One row per synonym, by object_id. Aliases are the components of SynonymRow.
-- Needs VIEW DEFINITION. base_object_name has one to four parts, quoted or not, and what it names need not exist.
SELECT sn.object_id        AS object_id,
       sn.base_object_name AS base_object_name
  FROM sys.synonyms AS sn
 WHERE sn.is_ms_shipped = 0
 ORDER BY sn.object_id

-- One row per principal of a database, by name and kind. The pattern is coarse: it lets more through than was asked for, never less.
SELECT p.object_id,
       p.database_id,
       p.kind,
       p.schema_name_id,
       p.name_id,
       p.definition_id,
       p.system_names,
       CAST(NULL AS text)    AS schema,
       false                 AS unconfirmed,
       CAST(NULL AS text)    AS tags,
       n.name,
       encode(d.hash, 'hex') AS definition_hash
  FROM granary.placement_current AS p
  JOIN granary.object_kind       AS k ON k.code = p.kind AND k.security
  JOIN granary.name              AS n ON n.id = p.name_id
  JOIN granary.definition        AS d ON d.id = p.definition_id
 WHERE p.database_id = :database
   AND n.fold LIKE :name_like
   AND (CAST(:after_name AS text) IS NULL OR (n.name, k.name COLLATE "C") > (:after_name, :after_kind))
 ORDER BY n.name, k.name COLLATE "C"
 LIMIT :limit

-- One row per object of a database that bears a tag, as in objects.sql: a statement of its own, which begins with the few that bear it.
SELECT p.object_id           AS id,
       k.name                AS kind,
       s.name                AS schema,
       n.name,
       encode(d.hash, 'hex') AS definition_hash,
       EXISTS (SELECT FROM granary.unconfirmed AS u WHERE u.object_id = p.object_id) AS unconfirmed
  FROM granary.object_tag        AS t
  JOIN granary.placement_current AS p ON p.object_id = t.object_id
  JOIN granary.name              AS s ON s.id = p.schema_name_id
  JOIN granary.name              AS n ON n.id = p.name_id
  JOIN granary.object_kind       AS k ON k.code = p.kind
  JOIN granary.definition        AS d ON d.id = p.definition_id
 WHERE t.tag = :tag
   AND p.database_id = :database
   AND (CAST(:kind AS int) IS NULL OR p.kind = :kind)
   AND s.fold LIKE :schema_like
   AND n.fold LIKE :name_like
   AND (CAST(:after_schema AS text) IS NULL
        OR (s.name, n.name, k.name COLLATE "C") > (:after_schema, :after_name, :after_kind))
 ORDER BY s.name, n.name, k.name COLLATE "C"
 LIMIT :limit

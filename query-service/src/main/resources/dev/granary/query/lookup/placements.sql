-- One row per object as it stands today, with its definition and its tags between blanks; schema is null for schemas and for the database itself.
SELECT p.object_id,
       p.database_id,
       p.kind,
       p.schema_name_id,
       p.name_id,
       p.definition_id,
       p.system_names,
       s.name                AS schema,
       n.name,
       encode(d.hash, 'hex') AS definition_hash,
       EXISTS (SELECT FROM granary.unconfirmed AS u WHERE u.object_id = p.object_id) AS unconfirmed,
       (SELECT string_agg(t.tag, ' ' ORDER BY t.tag) FROM granary.object_tag AS t WHERE t.object_id = p.object_id) AS tags
  FROM granary.placement_current AS p
  LEFT JOIN granary.name         AS s ON s.id = p.schema_name_id
  JOIN granary.name              AS n ON n.id = p.name_id
  JOIN granary.definition        AS d ON d.id = p.definition_id

-- What holds list, by hold, schema and name. Aliases are the components of HeldObject; what lives in no schema has none.
SELECT i.hold_id AS hold, s.name AS schema, n.name, k.name AS kind,
       (SELECT string_agg(a.name, ',' ORDER BY a.code) FROM granary.aspect AS a WHERE a.code = ANY (i.aspects)) AS parts
  FROM granary.hold_item AS i
  JOIN granary.name AS n ON n.id = i.name_id
  JOIN granary.object_kind AS k ON k.code = i.kind
  LEFT JOIN granary.name AS s ON s.id = i.schema_name_id
 WHERE i.hold_id = ANY (:holds)
 ORDER BY i.hold_id, s.name COLLATE "C" NULLS FIRST, n.name COLLATE "C", i.kind

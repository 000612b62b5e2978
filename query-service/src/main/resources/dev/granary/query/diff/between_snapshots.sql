-- The objects of a database that stood otherwise at the earlier of two snapshots than at the later, with both sides: from the ranges in which
-- placements were valid, so it costs what changed in between, not what there is. Asking for later than 1 says nothing new, for that is the first
-- snapshot: the index that leaves those out wants to hear it.
WITH old AS (
    SELECT p.object_id, p.kind, p.schema_name_id, p.name_id, p.definition_id
      FROM granary.placement_closed AS p
     WHERE p.database_id = :database AND p.to_sequence > :earlier AND p.to_sequence <= :later AND p.from_sequence <= :earlier
), new AS (
    SELECT p.object_id, p.kind, p.schema_name_id, p.name_id, p.definition_id
      FROM granary.placement_current AS p
     WHERE p.database_id = :database AND p.from_sequence > :earlier AND p.from_sequence > 1 AND p.from_sequence <= :later
    UNION ALL
    SELECT p.object_id, p.kind, p.schema_name_id, p.name_id, p.definition_id
      FROM granary.placement_closed AS p
     WHERE p.database_id = :database AND p.to_sequence > :later AND p.from_sequence > :earlier AND p.from_sequence <= :later
)
SELECT k.name AS kind, os.name AS old_schema, oname.name AS old_name, o.definition_id AS old_definition,
       ns.name AS new_schema, nname.name AS new_name, n.definition_id AS new_definition
  FROM old AS o
  FULL JOIN new AS n ON n.object_id = o.object_id
  JOIN granary.object_kind AS k ON k.code = coalesce(n.kind, o.kind)
  LEFT JOIN granary.name AS os ON os.id = o.schema_name_id
  LEFT JOIN granary.name AS oname ON oname.id = o.name_id
  LEFT JOIN granary.name AS ns ON ns.id = n.schema_name_id
  LEFT JOIN granary.name AS nname ON nname.id = n.name_id

-- One row per placement of an object, the oldest first: where it stood and what it was, when it was last seen without and first seen with it, and
-- the change that brought it.
SELECT p.from_sequence, p.to_sequence, p.cause AS placement_cause, sn.name AS schema, n.name, k.name AS kind,
       encode(f.hash, 'hex') AS definition_hash, before.verified_at AS last_seen_without, first.read_to AS first_seen_with,
       during.verified_at AS last_seen_with, gone.read_to AS first_seen_without,
       c.event, coalesce(c.breaking, false) AS breaking, c.cause, c.detail::text AS detail
  FROM (SELECT object_id, database_id, schema_name_id, name_id, kind, definition_id, from_sequence, NULL::int AS to_sequence,
               source_modified_at, cause
          FROM granary.placement_current WHERE object_id = :object
        UNION ALL
        SELECT object_id, database_id, schema_name_id, name_id, kind, definition_id, from_sequence, to_sequence, source_modified_at, cause
          FROM granary.placement_closed WHERE object_id = :object) AS p
  JOIN granary.name AS n ON n.id = p.name_id
  LEFT JOIN granary.name AS sn ON sn.id = p.schema_name_id
  JOIN granary.object_kind AS k ON k.code = p.kind
  JOIN granary.definition AS f ON f.id = p.definition_id
  LEFT JOIN LATERAL (
        SELECT s.verified_at FROM granary.snapshot AS s
         WHERE s.database_id = p.database_id AND s.sequence < p.from_sequence ORDER BY s.sequence DESC LIMIT 1) AS before ON true
  LEFT JOIN granary.snapshot AS first ON first.database_id = p.database_id AND first.sequence = p.from_sequence
  LEFT JOIN LATERAL (
        SELECT s.verified_at FROM granary.snapshot AS s
         WHERE s.database_id = p.database_id AND s.sequence < p.to_sequence ORDER BY s.sequence DESC LIMIT 1) AS during ON true
  LEFT JOIN granary.snapshot AS gone ON gone.database_id = p.database_id AND gone.sequence = p.to_sequence
  LEFT JOIN granary.change AS c ON c.database_id = p.database_id AND c.sequence = p.from_sequence AND c.object_id = p.object_id
 WHERE p.from_sequence > :after
 ORDER BY p.from_sequence
 LIMIT :limit

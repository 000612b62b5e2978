-- One typed event per object that changed; a removal's cause is why it was believed: source, filter, release. A move to a newer format of the same content is none: its parts differ in nothing but their format.
WITH altered AS (
    SELECT i.object_id, i.event, was.schema_name_id AS old_schema_name_id, was.name_id AS old_name_id,
           coalesce(json_agg(a.name ORDER BY a.code) FILTER (WHERE a.code IS NOT NULL), '[]') AS aspects,
           coalesce(bool_and(op.format <> np.format) FILTER (WHERE a.code IS NOT NULL), false) AS reformatted
      FROM incoming AS i
      LEFT JOIN granary.placement_closed AS was
        ON was.object_id = i.object_id AND was.to_sequence = :sequence AND was.database_id = :database
      LEFT JOIN LATERAL (
            SELECT coalesce(o.aspect, n.aspect) AS aspect, o.part_id AS old_part, n.part_id AS new_part
              FROM (SELECT aspect, part_id FROM granary.definition_part WHERE definition_id = was.definition_id) AS o
              FULL JOIN (SELECT aspect, part_id FROM granary.definition_part WHERE definition_id = i.definition_id) AS n
                ON n.aspect = o.aspect
             WHERE was.definition_id IS NOT NULL AND o.part_id IS DISTINCT FROM n.part_id) AS d ON true
      LEFT JOIN granary.part AS op ON op.id = d.old_part
      LEFT JOIN granary.part AS np ON np.id = d.new_part
      LEFT JOIN granary.aspect AS a ON a.code = d.aspect
     WHERE i.event IS NOT NULL
     GROUP BY i.object_id, i.event, was.schema_name_id, was.name_id
), event AS (
    SELECT a.object_id, a.event, NULL::boolean AS breaking, 'source' AS cause,
           json_build_object('aspects', a.aspects, 'oldSchema', os.name, 'oldName', od.name) AS detail
      FROM altered AS a
      LEFT JOIN granary.name AS os ON os.id = a.old_schema_name_id
      LEFT JOIN granary.name AS od ON od.id = a.old_name_id
     WHERE NOT (a.event = 'altered' AND a.reformatted)
    UNION ALL
    SELECT g.object_id, 'removed', true, coalesce(m.cause, 'source'), json_build_object('oldSchema', os.name, 'oldName', od.name)
      FROM granary.placement_closed AS g
      LEFT JOIN granary.name AS os ON os.id = g.schema_name_id
      JOIN granary.name AS od ON od.id = g.name_id
      LEFT JOIN missing AS m ON m.object_id = g.object_id
     WHERE g.database_id = :database AND g.to_sequence = :sequence
       AND NOT EXISTS (SELECT 1 FROM incoming AS i WHERE i.object_id = g.object_id)
)
INSERT INTO granary.change (ordinal, database_id, sequence, object_id, event, breaking, cause, detail)
SELECT row_number() OVER (ORDER BY e.object_id), :database, :sequence, e.object_id, e.event, e.breaking, e.cause, e.detail::jsonb
  FROM event AS e

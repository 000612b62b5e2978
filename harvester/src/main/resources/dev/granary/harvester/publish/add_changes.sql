-- One typed event per object that changed, with its names after and before: its placement may be thinned, it is not. A removal's cause is why it was
-- believed: source, filter, release. An object whose placement was renewed for a cause of our own has none.
WITH event AS (
    SELECT i.object_id, i.event,
           CASE WHEN i.event = 'added' THEN false
                WHEN i.event IN ('renamed', 'moved') THEN true
                ELSE coalesce(g.breaking, false) END AS breaking,
           CASE WHEN i.event = 'altered' AND g.consequence THEN 'rename' ELSE 'source' END AS cause,
           coalesce(g.detail::jsonb, '{"aspects":[],"changes":[]}')
               || jsonb_build_object('schema', ns.name, 'name', nn.name, 'oldSchema', os.name, 'oldName', od.name) AS detail
      FROM incoming AS i
      JOIN granary.name AS nn ON nn.id = i.name_id
      LEFT JOIN granary.name AS ns ON ns.id = i.schema_name_id
      LEFT JOIN granary.placement_closed AS was
        ON was.object_id = i.object_id AND was.to_sequence = :sequence AND was.database_id = :database
      LEFT JOIN graded AS g ON g.object_id = i.object_id
      LEFT JOIN granary.name AS os ON os.id = was.schema_name_id
      LEFT JOIN granary.name AS od ON od.id = was.name_id
     WHERE i.event IS NOT NULL AND i.cause IS NULL
    UNION ALL
    SELECT g.object_id, 'removed', true, coalesce(m.cause, 'source'),
           jsonb_build_object('schema', os.name, 'name', od.name, 'oldSchema', os.name, 'oldName', od.name)
      FROM granary.placement_closed AS g
      LEFT JOIN granary.name AS os ON os.id = g.schema_name_id
      JOIN granary.name AS od ON od.id = g.name_id
      LEFT JOIN missing AS m ON m.object_id = g.object_id
     WHERE g.database_id = :database AND g.to_sequence = :sequence
       AND NOT EXISTS (SELECT 1 FROM incoming AS i WHERE i.object_id = g.object_id)
)
INSERT INTO granary.change (ordinal, database_id, sequence, object_id, event, breaking, cause, detail)
SELECT row_number() OVER (ORDER BY e.object_id), :database, :sequence, e.object_id, e.event, e.breaking, e.cause, e.detail
  FROM event AS e

-- The changes after a position, and up to where the feed is final: every transaction below the horizon has ended, so nothing can appear there any
-- more. One row more than there are changes: the last says the horizon. Both are of one snapshot of the store, which is why this is one statement.
-- The names are those that an event was written with. Earlier versions wrote the old ones only: the rest stands in the placement, which retention may
-- have taken; then the old ones are told where the object kept them. A database's end or new name says itself when it was: it comes with no snapshot.
WITH horizon AS MATERIALIZED (
    SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xid
), final AS MATERIALIZED (
    SELECT c.*
      FROM granary.change AS c, horizon AS h
     WHERE (c.xid, c.ordinal) > (CAST(:xid AS xid8), :ordinal)
       AND c.xid < h.xid
       AND (CAST(:databases AS int[]) IS NULL OR c.database_id = ANY (CAST(:databases AS int[])))
       AND (CAST(:event AS text) IS NULL OR c.event = :event)
       AND (CAST(:breaking AS boolean) IS NULL OR coalesce(c.breaking, false) = :breaking)
     ORDER BY c.xid, c.ordinal
     LIMIT :limit
)
SELECT c.xid::text AS xid, c.ordinal,
       CASE c.event WHEN 'database-removed' THEN coalesce(CAST(c.detail ->> 'at' AS timestamptz), d.dropped_at)
                    WHEN 'database-renamed' THEN CAST(c.detail ->> 'at' AS timestamptz)
                    ELSE n.published_at END AS published_at,
       s.name AS server, d.name AS database, c.object_id, k.name AS kind,
       coalesce(c.detail ->> 'schema', sn.name, CASE WHEN c.event NOT IN ('renamed', 'moved') THEN c.detail ->> 'oldSchema' END) AS schema,
       coalesce(c.detail ->> 'name', c.detail ->> 'newName', nn.name,
                CASE WHEN c.event NOT IN ('renamed', 'moved', 'database-renamed') THEN c.detail ->> 'oldName' END) AS name,
       c.detail ->> 'oldSchema' AS old_schema, c.detail ->> 'oldName' AS old_name,
       c.event, coalesce(c.breaking, false) AS breaking, c.cause, c.sequence, c.detail::text AS detail
  FROM final AS c
  JOIN granary.database AS d ON d.id = c.database_id
  JOIN granary.server AS s ON s.id = d.server_id
  LEFT JOIN granary.snapshot AS n ON n.database_id = c.database_id AND n.sequence = c.sequence
  LEFT JOIN granary.object AS o ON o.id = c.object_id
  LEFT JOIN granary.object_kind AS k ON k.code = o.kind
  LEFT JOIN LATERAL (
        SELECT p.schema_name_id, p.name_id FROM granary.placement_current AS p
         WHERE p.object_id = c.object_id AND p.from_sequence = c.sequence AND c.event <> 'removed' AND c.detail ->> 'name' IS NULL
        UNION ALL
        SELECT p.schema_name_id, p.name_id FROM granary.placement_closed AS p
         WHERE p.object_id = c.object_id AND p.from_sequence = c.sequence AND c.event <> 'removed' AND c.detail ->> 'name' IS NULL) AS p ON true
  LEFT JOIN granary.name AS sn ON sn.id = p.schema_name_id
  LEFT JOIN granary.name AS nn ON nn.id = p.name_id
UNION ALL
SELECT h.xid::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM horizon AS h

-- One row per current object that was not found again. Its cause says why it may go: another object has its name, or this run was started to
-- release it. Its standing is the hold that keeps it already.
INSERT INTO missing (object_id, kind, schema_name_id, name_id, cause, standing, standing_code)
SELECT c.object_id, c.kind, c.schema_name_id, c.name_id,
       CASE WHEN EXISTS (SELECT 1
                           FROM incoming AS i
                          WHERE i.kind = c.kind
                            AND i.name_id = c.name_id
                            AND i.schema_name_id IS NOT DISTINCT FROM c.schema_name_id) THEN 'source'
            WHEN h.mine THEN 'release' END,
       h.state, h.code
  FROM granary.placement_current AS c
  LEFT JOIN LATERAL (SELECT h.state, h.code, x.released AND h.release_run_id = :run AS mine
                       FROM granary.hold_item AS x
                       JOIN granary.hold AS h ON h.id = x.hold_id
                      WHERE x.object_id = c.object_id
                        AND x.aspects IS NULL
                        AND h.database_id = c.database_id
                        AND h.state IN ('open', 'rejected')
                      ORDER BY h.state
                      LIMIT 1) AS h ON true
 WHERE c.database_id = :database
   AND NOT EXISTS (SELECT 1 FROM incoming AS i WHERE i.object_id = c.object_id)

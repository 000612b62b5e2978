-- What is held and not yet listed. A list that was released already does not grow by this: what comes later is not released.
INSERT INTO granary.hold_item AS x (hold_id, object_id, kind, schema_name_id, name_id, aspects)
SELECT :hold, k.object_id, k.kind, k.schema_name_id, k.name_id, k.aspects
  FROM held AS k
 ORDER BY k.object_id
    ON CONFLICT (hold_id, object_id) DO UPDATE
   SET aspects = excluded.aspects, released = false
 WHERE x.aspects IS DISTINCT FROM excluded.aspects

-- What is called otherwise than before or lives in another schema. Parameter: the database.
SELECT os.name AS old_schema, oname.name AS old_name, ns.name AS new_schema, nname.name AS new_name
  FROM incoming AS i
  JOIN granary.placement_current AS c ON c.object_id = i.object_id
  JOIN granary.name AS os ON os.id = c.schema_name_id
  JOIN granary.name AS oname ON oname.id = c.name_id
  JOIN granary.name AS ns ON ns.id = i.schema_name_id
  JOIN granary.name AS nname ON nname.id = i.name_id
 WHERE c.database_id = ?
   AND i.event IS NOT NULL
   AND (c.schema_name_id <> i.schema_name_id OR c.name_id <> i.name_id)

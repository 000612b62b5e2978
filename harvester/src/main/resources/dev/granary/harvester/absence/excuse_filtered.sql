-- Missing objects whose schema the registry no longer means. Parameters: the kind of schemas; their names' ids.
UPDATE missing AS m
   SET cause = 'filter'
 WHERE m.cause IS NULL
   AND CASE WHEN m.kind = :schemaKind THEN m.name_id ELSE m.schema_name_id END = ANY (:schemas)

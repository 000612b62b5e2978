-- What is missing and not explained, beside what is current. In a schema: not the database itself, its schemas or principals.
SELECT (SELECT count(*) FROM granary.placement_current AS c WHERE c.database_id = :database)               AS current,
       (SELECT count(*) FROM granary.placement_current AS c
         WHERE c.database_id = :database AND c.schema_name_id IS NOT NULL)                                AS current_in_schema,
       count(*) FILTER (WHERE m.cause IS NULL OR m.cause = 'release')                                     AS missing,
       count(*) FILTER (WHERE (m.cause IS NULL OR m.cause = 'release') AND m.schema_name_id IS NOT NULL)  AS missing_in_schema,
       min(m.standing_code) FILTER (WHERE m.standing = 'open')                                            AS open_code
  FROM missing AS m

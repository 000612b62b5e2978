-- What is missing and not explained, beside what is current. In a schema: not the database itself, its schemas or principals.
-- What somebody rejected is on neither side: it stays, and says nothing about the rest.
WITH kept AS (
    SELECT m.object_id
      FROM missing AS m
     WHERE m.cause IS NULL
       AND m.standing = 'rejected'
), present AS (
    SELECT count(*) AS current, count(c.schema_name_id) AS current_in_schema
      FROM granary.placement_current AS c
     WHERE c.database_id = :database
       AND NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.object_id = c.object_id)
), absent AS (
    SELECT count(*) AS missing, count(m.schema_name_id) AS missing_in_schema
      FROM missing AS m
     WHERE (m.cause IS NULL OR m.cause = 'release')
       AND NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.object_id = m.object_id)
)
SELECT p.current, p.current_in_schema, a.missing, a.missing_in_schema,
       (SELECT min(m.standing_code) FROM missing AS m WHERE m.standing = 'open') AS open_code
  FROM present AS p
 CROSS JOIN absent AS a

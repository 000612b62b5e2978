-- One row per snapshot of the given runs whose reading disagrees with INFORMATION_SCHEMA's counts for the same login; by run, server and database.
SELECT n.run_id AS run, s.name AS server, d.name AS database,
       CAST(c.counts #>> '{tables,sys}' AS bigint)                AS tables_sys,
       CAST(c.counts #>> '{tables,informationSchema}' AS bigint)  AS tables_information_schema,
       CAST(c.counts #>> '{columns,sys}' AS bigint)               AS columns_sys,
       CAST(c.counts #>> '{columns,informationSchema}' AS bigint) AS columns_information_schema
  FROM granary.snapshot AS n
  JOIN granary.database AS d ON d.id = n.database_id
  JOIN granary.server   AS s ON s.id = d.server_id
 CROSS JOIN LATERAL (SELECT n.sections #> '{columns,crossCheck}' AS counts) AS c
 WHERE n.run_id IN (:runs)
   AND (c.counts #> '{tables,sys}' IS DISTINCT FROM c.counts #> '{tables,informationSchema}'
        OR c.counts #> '{columns,sys}' IS DISTINCT FROM c.counts #> '{columns,informationSchema}')
 ORDER BY n.run_id, s.name, d.name

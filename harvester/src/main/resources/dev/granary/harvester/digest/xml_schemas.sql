-- One row: XML schema collections but the server's own, and their namespaces. Needs VIEW DEFINITION. The schemas' text is not made.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT xc.xml_collection_id AS id,
               BINARY_CHECKSUM(xc.xml_collection_id, xc.schema_id, xc.create_date, xc.modify_date,
                               HASHBYTES('SHA2_256', CAST(xn.name AS varbinary(8000))),
                               CAST(xc.name AS varbinary(256))) AS h
          FROM sys.xml_schema_collections AS xc
          LEFT JOIN sys.xml_schema_namespaces AS xn ON xn.xml_collection_id = xc.xml_collection_id
         WHERE xc.xml_collection_id > 1
       ) AS x

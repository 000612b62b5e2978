-- One row: the objects that objects.sql lists. Needs VIEW DEFINITION.
-- Trap: modify_date is left out, because index maintenance moves a table's every night. What an object is made of has digests of its own.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT o.object_id AS id,
               BINARY_CHECKSUM(o.object_id, o.schema_id, o.type, o.create_date, CAST(o.name AS varbinary(256))) AS h
          FROM sys.objects AS o
          LEFT JOIN sys.extended_properties AS ep ON ep.major_id = o.object_id AND ep.class = 1 AND ep.minor_id = 0 AND ep.name = N'microsoft_database_tools_support' -- needs sys.extended_properties
         WHERE o.type IN ('U', 'V', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'TR', 'TA', 'SN', 'SO', 'SP')
           AND o.is_ms_shipped = 0
           AND ep.major_id IS NULL -- needs sys.extended_properties
       ) AS x

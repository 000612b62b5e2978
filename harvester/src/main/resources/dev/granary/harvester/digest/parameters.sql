-- One row: the parameters of routines; the defaults of those of CLR routines. Needs VIEW DEFINITION.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT p.object_id AS id,
               BINARY_CHECKSUM(p.object_id, p.parameter_id, p.user_type_id, p.max_length, p.precision, p.scale, p.is_output,
                               p.is_cursor_ref, -- needs sys.parameters.is_cursor_ref
                               p.xml_collection_id, -- needs sys.parameters.xml_collection_id
                               HASHBYTES('SHA2_256', CAST(CONVERT(nvarchar(4000), p.default_value) AS varbinary(8000))), -- needs sys.parameters.default_value
                               p.is_readonly, -- needs sys.parameters.is_readonly
                               CAST(p.name AS varbinary(256))) AS h
          FROM sys.parameters AS p
       ) AS x

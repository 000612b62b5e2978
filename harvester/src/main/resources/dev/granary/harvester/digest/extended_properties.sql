-- One row: extended properties, their values, and the names of what they are on. Needs VIEW DEFINITION.
-- A value is sql_variant of at most 7,500 bytes. Names are joined as in descriptions.sql, so that a renamed column or constraint shows here.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT ep.major_id AS id,
               BINARY_CHECKSUM(ep.class, ep.major_id, ep.minor_id, o.parent_object_id,
                               CAST(ep.name AS varbinary(256)),
                               HASHBYTES('SHA2_256', CAST(CONVERT(nvarchar(4000), ep.value) AS varbinary(8000))),
                               CAST(o.name AS varbinary(256)),
                               CAST(c.name AS varbinary(256)),
                               CAST(p.name AS varbinary(256)),
                               CAST(i.name AS varbinary(256)),
                               CAST(dcc.name AS varbinary(256))) AS h
          FROM sys.extended_properties AS ep
          LEFT JOIN sys.objects AS o ON o.object_id = ep.major_id AND ep.class = 1
          LEFT JOIN sys.columns AS c ON c.object_id = ep.major_id AND c.column_id = ep.minor_id AND ep.class = 1
          LEFT JOIN sys.parameters AS p ON p.object_id = ep.major_id AND p.parameter_id = ep.minor_id AND ep.class = 2
          LEFT JOIN sys.indexes AS i ON i.object_id = ep.major_id AND i.index_id = ep.minor_id AND ep.class = 7
          LEFT JOIN sys.default_constraints AS dc ON dc.object_id = o.object_id
          LEFT JOIN sys.columns AS dcc ON dcc.object_id = dc.parent_object_id AND dcc.column_id = dc.parent_column_id
         WHERE ep.class IN (0, 1, 2, 3, 5, 6, 7, 8, 10, 20, 21)
       ) AS x

-- One row: permissions with the names of what most of them are on. Needs what principals.sql needs, and VIEW DEFINITION.
-- Names are joined, so that what is renamed shows here; principals, assemblies and XML schema collections have digests of their own, keys and
-- certificates count by their ids. What public may read of the system's objects is the same everywhere, and left out as in permissions.sql.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT dp.grantee_principal_id AS id,
               BINARY_CHECKSUM(dp.grantee_principal_id, dp.class, dp.major_id, dp.minor_id, dp.type, dp.state,
                               CAST(o.name AS varbinary(256)),
                               CAST(os.name AS varbinary(256)),
                               CAST(c.name AS varbinary(256)),
                               CAST(s.name AS varbinary(256)),
                               CAST(t.name AS varbinary(256)),
                               CAST(ts.name AS varbinary(256))) AS h
          FROM sys.database_permissions AS dp
          LEFT JOIN sys.objects AS o ON dp.class = 1 AND o.object_id = dp.major_id
          LEFT JOIN sys.schemas AS os ON os.schema_id = o.schema_id
          LEFT JOIN sys.columns AS c ON dp.class = 1 AND c.object_id = dp.major_id AND c.column_id = dp.minor_id
          LEFT JOIN sys.schemas AS s ON dp.class = 3 AND s.schema_id = dp.major_id
          LEFT JOIN sys.types AS t ON dp.class = 6 AND t.user_type_id = dp.major_id
          LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id
         WHERE NOT (dp.grantee_principal_id = 0 AND dp.state = 'G' AND dp.class = 1 AND dp.major_id < 0)
       ) AS x

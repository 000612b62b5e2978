-- One row per permission that was granted or denied, by the grantee's principal_id. Aliases are the components of PermissionRow.
-- Needs what principals.sql needs, and VIEW DEFINITION for the names of what permissions are on. Which class of thing a row is about decides
-- which view knows its name; major_id is an id in that class only. minor_id is a column_id or 0.
-- What every database has is left out: what public may read of the system's objects (their ids are negative) and of encryption keys, and that
-- dbo may connect.
SELECT dp.grantee_principal_id AS principal_id,
       dp.class                AS securable_class,
       dp.class_desc           AS class_description,
       dp.minor_id             AS minor_id,
       dp.permission_name      AS permission_name,
       dp.state_desc           AS state_description,
       os.name                 AS object_schema,
       o.name                  AS object_name,
       c.name                  AS column_name,
       s.name                  AS schema_name,
       g.name                  AS principal_name,
       ts.name                 AS type_schema,
       t.name                  AS type_name,
       a.name                  AS assembly_name, -- needs sys.assemblies
       xs.name                 AS collection_schema, -- needs sys.xml_schema_collections
       x.name                  AS collection_name, -- needs sys.xml_schema_collections
       k.name                  AS symmetric_key_name, -- needs sys.symmetric_keys
       ak.name                 AS asymmetric_key_name, -- needs sys.asymmetric_keys
       ce.name                 AS certificate_name, -- needs sys.certificates
       dp.major_id             AS major_id
  FROM sys.database_permissions AS dp
  LEFT JOIN sys.all_objects AS o ON dp.class = 1 AND o.object_id = dp.major_id
  LEFT JOIN sys.schemas AS os ON os.schema_id = o.schema_id
  LEFT JOIN sys.all_columns AS c ON dp.class = 1 AND c.object_id = dp.major_id AND c.column_id = dp.minor_id
  LEFT JOIN sys.schemas AS s ON dp.class = 3 AND s.schema_id = dp.major_id
  LEFT JOIN sys.database_principals AS g ON dp.class = 4 AND g.principal_id = dp.major_id
  LEFT JOIN sys.types AS t ON dp.class = 6 AND t.user_type_id = dp.major_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id
  LEFT JOIN sys.assemblies AS a ON dp.class = 5 AND a.assembly_id = dp.major_id -- needs sys.assemblies
  LEFT JOIN sys.xml_schema_collections AS x ON dp.class = 10 AND x.xml_collection_id = dp.major_id -- needs sys.xml_schema_collections
  LEFT JOIN sys.schemas AS xs ON xs.schema_id = x.schema_id -- needs sys.xml_schema_collections
  LEFT JOIN sys.symmetric_keys AS k ON dp.class = 24 AND k.symmetric_key_id = dp.major_id -- needs sys.symmetric_keys
  LEFT JOIN sys.asymmetric_keys AS ak ON dp.class = 26 AND ak.asymmetric_key_id = dp.major_id -- needs sys.asymmetric_keys
  LEFT JOIN sys.certificates AS ce ON dp.class = 25 AND ce.certificate_id = dp.major_id -- needs sys.certificates
 WHERE NOT (dp.grantee_principal_id = 0 AND dp.state = 'G'
            AND ((dp.class = 1 AND dp.major_id < 0)
                 OR dp.permission_name IN (N'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', N'VIEW ANY COLUMN MASTER KEY DEFINITION')))
   AND NOT (dp.grantee_principal_id = 1 AND dp.class = 0 AND dp.permission_name = N'CONNECT')
 ORDER BY dp.grantee_principal_id, dp.class, dp.major_id, dp.minor_id, dp.permission_name

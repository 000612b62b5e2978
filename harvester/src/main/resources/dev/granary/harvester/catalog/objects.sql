-- One row per object of the closed list of types, by object_id. Aliases are the components of ObjectRow.
-- Needs VIEW DEFINITION; without it SQL Server hides rows rather than failing.
-- The tables of database diagrams are not marked as shipped: an extended property tells them.
SELECT o.object_id   AS object_id,
       o.type        AS object_type,
       s.name        AS schema_name,
       o.name        AS object_name,
       o.create_date AS created_at,
       o.modify_date AS modified_at
  FROM sys.objects AS o
  JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  LEFT JOIN sys.extended_properties AS ep ON ep.major_id = o.object_id AND ep.class = 1 AND ep.minor_id = 0 AND ep.name = N'microsoft_database_tools_support' -- needs sys.extended_properties
 WHERE o.type IN ('U', 'V', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'TR', 'TA', 'SN', 'SO')
   AND o.is_ms_shipped = 0
   AND ep.major_id IS NULL -- needs sys.extended_properties
 ORDER BY o.object_id

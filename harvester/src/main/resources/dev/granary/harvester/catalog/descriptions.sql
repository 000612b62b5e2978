-- One row per extended property, by what owns it: a database (owner_class 0), an object (1), a schema (3), an assembly (5), a type (6), an XML
-- schema collection (10), a partition scheme (20) or a partition function (21). Aliases are the components of DescriptionRow.
-- Needs VIEW DEFINITION. A property of a constraint belongs to its table, one of a column, parameter or index to its object; minor_id is a column_id,
-- parameter_id or index_id according to the class. The value is sql_variant of at most 7,500 bytes, hence nvarchar(max); its bytes come too,
-- because the driver cannot decode unpaired surrogates.
SELECT CASE WHEN ep.class IN (1, 2, 7) THEN 1 WHEN ep.class = 8 THEN 6
            ELSE ep.class END                                                      AS owner_class,
       CASE WHEN o.type IN ('C', 'D', 'F', 'PK', 'UQ', 'EC') THEN o.parent_object_id
            ELSE ep.major_id END                                                   AS owner_id,
       ep.class                                                                    AS property_class,
       ep.minor_id                                                                 AS minor_id,
       o.type                                                                      AS object_type,
       o.name                                                                      AS object_name,
       c.name                                                                      AS column_name,
       tc.name                                                                     AS type_column, -- needs sys.table_types
       p.name                                                                      AS parameter_name, -- needs sys.parameters
       i.name                                                                      AS index_name,
       i.is_primary_key                                                            AS primary_key_index,
       COALESCE(kc.is_system_named, ik.is_system_named, dc.is_system_named,
                ck.is_system_named, fk.is_system_named)                            AS system_named,
       dcc.name                                                                    AS default_column,
       ep.name                                                                     AS property_name,
       CONVERT(nvarchar(max), ep.value)                                            AS property_value,
       CONVERT(varbinary(max), CONVERT(nvarchar(max), ep.value))                   AS property_units
  FROM sys.extended_properties AS ep
  LEFT JOIN sys.objects AS o ON o.object_id = ep.major_id AND ep.class = 1
  LEFT JOIN sys.columns AS c ON c.object_id = ep.major_id AND c.column_id = ep.minor_id AND ep.class = 1
  LEFT JOIN sys.table_types AS tt ON tt.user_type_id = ep.major_id AND ep.class = 8 -- needs sys.table_types
  LEFT JOIN sys.columns AS tc ON tc.object_id = tt.type_table_object_id AND tc.column_id = ep.minor_id -- needs sys.table_types
  LEFT JOIN sys.parameters AS p ON p.object_id = ep.major_id AND p.parameter_id = ep.minor_id AND ep.class = 2 -- needs sys.parameters
  LEFT JOIN sys.indexes AS i ON i.object_id = ep.major_id AND i.index_id = ep.minor_id AND ep.class = 7
  LEFT JOIN sys.key_constraints AS ik ON ik.parent_object_id = i.object_id AND ik.name = i.name
  LEFT JOIN sys.key_constraints AS kc ON kc.object_id = o.object_id
  LEFT JOIN sys.check_constraints AS ck ON ck.object_id = o.object_id
  LEFT JOIN sys.foreign_keys AS fk ON fk.object_id = o.object_id
  LEFT JOIN sys.default_constraints AS dc ON dc.object_id = o.object_id
  LEFT JOIN sys.columns AS dcc ON dcc.object_id = dc.parent_object_id AND dcc.column_id = dc.parent_column_id
 WHERE ep.class IN (0, 1, 2, 3, 5, 6, 7, 8, 10, 20, 21)
 ORDER BY owner_class, owner_id, ep.class, ep.minor_id, ep.name

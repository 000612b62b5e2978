-- One row per reference out of an expression, by the object that owns the expression: a constraint's belong to its table, a computed column's
-- too. Aliases are the components of DependencyRow.
-- Needs VIEW DEFINITION and SELECT on sys.sql_expression_dependencies, which only db_owner has unless it is granted.
-- Trap: referenced_id is NULL where the engine has not found it, and always for other databases and servers; names are as written then, a schema
-- that was not written is NULL. A three-part name may name the database itself. Columns are told of schema-bound references only.
SELECT CASE WHEN o.type IN ('C', 'D', 'F', 'PK', 'UQ', 'EC') THEN o.parent_object_id
            ELSE ed.referencing_id END                      AS object_id,
       ed.referenced_class                                  AS referenced_class,
       ed.referenced_class_desc                             AS class_description,
       ed.referenced_server_name                            AS server_name,
       NULLIF(ed.referenced_database_name, DB_NAME())       AS database_name,
       COALESCE(ed.referenced_schema_name, rs.name)         AS schema_name,
       ed.referenced_entity_name                            AS entity_name,
       c.name                                               AS column_name,
       ed.referenced_id                                     AS referenced_id,
       ed.is_schema_bound_reference                         AS schema_bound,
       ed.is_caller_dependent                               AS caller_dependent,
       ed.is_ambiguous                                      AS ambiguous
  FROM sys.sql_expression_dependencies AS ed
  LEFT JOIN sys.objects AS o ON o.object_id = ed.referencing_id
  LEFT JOIN sys.objects AS ro ON ed.referenced_class = 1 AND ro.object_id = ed.referenced_id
  LEFT JOIN sys.schemas AS rs ON rs.schema_id = ro.schema_id
  LEFT JOIN sys.columns AS c ON ed.referenced_class = 1 AND c.object_id = ed.referenced_id AND c.column_id = ed.referenced_minor_id
 WHERE ed.referencing_class IN (1, 7, 12)
 ORDER BY object_id, ed.referencing_id

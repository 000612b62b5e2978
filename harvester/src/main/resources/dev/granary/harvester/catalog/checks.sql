-- One row per check constraint, by the declaring object's object_id. Aliases are the components of CheckRow.
-- Needs VIEW DEFINITION; without it the expression is NULL. parent_column_id is 0 where the constraint belongs to the table.
SELECT ck.parent_object_id       AS object_id,
       ck.name                   AS constraint_name,
       ck.is_system_named        AS system_named,
       c.name                    AS column_name,
       ck.definition             AS expression,
       ck.is_disabled            AS disabled,
       ck.is_not_trusted         AS not_trusted,
       ck.is_not_for_replication AS not_for_replication -- needs sys.check_constraints.is_not_for_replication
  FROM sys.check_constraints AS ck
  JOIN sys.objects AS o ON o.object_id = ck.parent_object_id
  LEFT JOIN sys.columns AS c ON c.object_id = ck.parent_object_id AND c.column_id = ck.parent_column_id
 WHERE o.is_ms_shipped = 0 OR o.type = 'TT'
 ORDER BY ck.parent_object_id, ck.object_id

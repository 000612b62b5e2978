-- One row per clause of an edge constraint, by the edge table's object_id, the constraint and the clause. Aliases are the components of
-- EdgeConstraintRow.
-- Needs VIEW DEFINITION; the names of a node table that the login may not see are NULL. Only SQL Server 2019 and later have them: an earlier
-- one has no object of type EC either, so that there are no rows.
SELECT o.parent_object_id                AS object_id,
       o.object_id                       AS constraint_id,
       ec.is_system_named                AS system_named, -- needs sys.edge_constraints
       ec.is_disabled                    AS disabled, -- needs sys.edge_constraints
       ec.is_not_trusted                 AS not_trusted, -- needs sys.edge_constraints
       ec.delete_referential_action_desc AS on_delete, -- needs sys.edge_constraints
       fs.name                           AS from_schema, -- needs sys.edge_constraint_clauses
       f.name                            AS from_table, -- needs sys.edge_constraint_clauses
       ts.name                           AS to_schema, -- needs sys.edge_constraint_clauses
       t.name                            AS to_table, -- needs sys.edge_constraint_clauses
       o.name                            AS constraint_name
  FROM sys.objects AS o
  LEFT JOIN sys.edge_constraints AS ec ON ec.object_id = o.object_id -- needs sys.edge_constraints
  LEFT JOIN sys.edge_constraint_clauses AS cl ON cl.object_id = o.object_id -- needs sys.edge_constraint_clauses
  LEFT JOIN sys.objects AS f ON f.object_id = cl.from_object_id -- needs sys.edge_constraint_clauses
  LEFT JOIN sys.schemas AS fs ON fs.schema_id = f.schema_id -- needs sys.edge_constraint_clauses
  LEFT JOIN sys.objects AS t ON t.object_id = cl.to_object_id -- needs sys.edge_constraint_clauses
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id -- needs sys.edge_constraint_clauses
 WHERE o.type = 'EC'
 ORDER BY o.parent_object_id, o.object_id, from_schema, from_table, to_schema, to_table

-- One row per table that is more than an ordinary one, by object_id. Aliases are the components of TableRow.
-- Needs VIEW DEFINITION. Every column here exists since SQL Server 2016; later kinds (graph, ledger, external) are not told apart yet.
SELECT t.object_id           AS object_id,
       t.is_memory_optimized AS memory_optimized,
       t.durability_desc     AS durability,
       t.temporal_type       AS temporal_type
  FROM sys.tables AS t
 WHERE t.is_ms_shipped = 0
   AND (t.is_memory_optimized = 1 OR t.temporal_type <> 0)
 ORDER BY t.object_id

-- One row: all columns, but for what has a digest of its own: defaults, computed columns, identities, masks. Needs VIEW DEFINITION.
-- The largest of them: one table, no join. Columns of the system's own tables are among them and move only with the engine.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT c.object_id AS id,
               BINARY_CHECKSUM(c.object_id, c.column_id, c.user_type_id, c.max_length, c.precision, c.scale, c.is_nullable,
                               c.is_rowguidcol,
                               c.is_sparse, -- needs sys.columns.is_sparse
                               c.is_column_set, -- needs sys.columns.is_column_set
                               c.generated_always_type, -- needs sys.columns.generated_always_type
                               c.is_hidden, -- needs sys.columns.is_hidden
                               c.is_computed,
                               c.is_identity,
                               CAST(c.collation_name AS varbinary(256)),
                               CAST(c.name AS varbinary(256))) AS h
          FROM sys.columns AS c
       ) AS x

-- One row: expressions of computed columns, seeds and increments of identities, masks. Needs VIEW DEFINITION.
-- last_value moves with every row that is inserted and is no metadata; seed and increment are sql_variant. Only the first 4,000 characters of an
-- expression count.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT cc.object_id AS id,
               BINARY_CHECKSUM(1, cc.object_id, cc.column_id, cc.is_persisted,
                               HASHBYTES('SHA2_256', CAST(cc.definition AS varbinary(8000)))) AS h
          FROM sys.computed_columns AS cc
         UNION ALL
        SELECT ic.object_id,
               BINARY_CHECKSUM(2, ic.object_id, ic.column_id, ic.is_not_for_replication,
                               CAST(CONVERT(nvarchar(50), ic.seed_value) AS varbinary(100)),
                               CAST(CONVERT(nvarchar(50), ic.increment_value) AS varbinary(100)))
          FROM sys.identity_columns AS ic
         UNION ALL -- needs sys.masked_columns
        SELECT mc.object_id, -- needs sys.masked_columns
               BINARY_CHECKSUM(3, mc.object_id, mc.column_id, HASHBYTES('SHA2_256', CAST(mc.masking_function AS varbinary(8000)))) -- needs sys.masked_columns
          FROM sys.masked_columns AS mc -- needs sys.masked_columns
         WHERE mc.is_masked = 1 -- needs sys.masked_columns
       ) AS x

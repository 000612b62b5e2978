-- One row: sequences but for current_value, which moves with every number drawn. Needs VIEW DEFINITION. The numbers are sql_variant.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sq.object_id AS id,
               BINARY_CHECKSUM(sq.object_id, sq.user_type_id, sq.precision, sq.scale, sq.is_cycling,
                               sq.is_cached, -- needs sys.sequences.is_cached
                               sq.cache_size, -- needs sys.sequences.cache_size
                               CAST(CONVERT(nvarchar(50), sq.start_value) AS varbinary(100)),
                               CAST(CONVERT(nvarchar(50), sq.increment) AS varbinary(100)),
                               CAST(CONVERT(nvarchar(50), sq.minimum_value) AS varbinary(100)),
                               CAST(CONVERT(nvarchar(50), sq.maximum_value) AS varbinary(100))) AS h
          FROM sys.sequences AS sq
       ) AS x

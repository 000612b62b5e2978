-- One row: what the login may see here. A right that is gained or lost changes what every other statement shows, so it makes all be read again.
-- Needs nothing; NULL where the engine does not know a right.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT 0 AS id,
               BINARY_CHECKSUM(HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW DEFINITION'),
                               HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW SECURITY DEFINITION'),
                               HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW ANY SENSITIVITY CLASSIFICATION')) AS h
       ) AS x

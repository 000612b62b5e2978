-- One row: all indexes but heaps and those of the tuning advisor. Needs VIEW DEFINITION.
-- An index has no date of its own, and one made anew in place of another keeps its id: so the filter counts, its first 4,000 characters.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT i.object_id AS id,
               BINARY_CHECKSUM(i.object_id, i.index_id, i.type, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.is_disabled,
                               i.ignore_dup_key,
                               i.has_filter, -- needs sys.indexes.has_filter
                               HASHBYTES('SHA2_256', CAST(i.filter_definition AS varbinary(8000))), -- needs sys.indexes.filter_definition
                               CAST(i.name AS varbinary(256))) AS h
          FROM sys.indexes AS i
         WHERE i.type <> 0
           AND i.is_hypothetical = 0
       ) AS x

-- One row: heaps, indexes and keys, with what indexes.sql and storage.sql tell of each but its columns and its compression.
-- Needs VIEW DEFINITION.
-- An index has no date of its own, and one made anew in place of another keeps its id: so the filter counts, its first 4,000 characters.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT i.object_id AS id,
               BINARY_CHECKSUM(1, i.object_id, i.index_id, i.type, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.is_disabled,
                               i.ignore_dup_key, i.fill_factor, i.is_padded, i.allow_row_locks, i.allow_page_locks, i.data_space_id,
                               i.optimize_for_sequential_key, -- needs sys.indexes.optimize_for_sequential_key
                               i.compression_delay, -- needs sys.indexes.compression_delay
                               i.has_filter, -- needs sys.indexes.has_filter
                               HASHBYTES('SHA2_256', CAST(i.filter_definition AS varbinary(8000))), -- needs sys.indexes.filter_definition
                               CAST(i.name AS varbinary(256))) AS h
          FROM sys.indexes AS i
         WHERE i.is_hypothetical = 0
         UNION ALL -- needs sys.key_constraints
        SELECT kc.parent_object_id, BINARY_CHECKSUM(2, kc.parent_object_id, kc.unique_index_id, kc.is_system_named) -- needs sys.key_constraints
          FROM sys.key_constraints AS kc -- needs sys.key_constraints
         UNION ALL -- needs sys.hash_indexes
        SELECT hi.object_id, BINARY_CHECKSUM(3, hi.object_id, hi.index_id, hi.bucket_count) -- needs sys.hash_indexes
          FROM sys.hash_indexes AS hi -- needs sys.hash_indexes
         UNION ALL -- needs sys.xml_indexes
        SELECT xi.object_id, BINARY_CHECKSUM(4, xi.object_id, xi.index_id, xi.using_xml_index_id, xi.secondary_type) -- needs sys.xml_indexes
          FROM sys.xml_indexes AS xi -- needs sys.xml_indexes
         UNION ALL -- needs sys.spatial_index_tessellations
        SELECT st.object_id, -- needs sys.spatial_index_tessellations
               BINARY_CHECKSUM(5, st.object_id, st.index_id, CAST(st.tessellation_scheme AS varbinary(256)), -- needs sys.spatial_index_tessellations
                               st.bounding_box_xmin, st.bounding_box_ymin, st.bounding_box_xmax, st.bounding_box_ymax, -- needs sys.spatial_index_tessellations
                               st.level_1_grid, st.level_2_grid, st.level_3_grid, st.level_4_grid, st.cells_per_object) -- needs sys.spatial_index_tessellations
          FROM sys.spatial_index_tessellations AS st -- needs sys.spatial_index_tessellations
       ) AS x

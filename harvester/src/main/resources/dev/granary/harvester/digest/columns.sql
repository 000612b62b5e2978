-- One row: all columns, but for what has a digest of its own: defaults, computed columns, identities, masks. Needs VIEW DEFINITION.
-- The largest of them: one view, no join. Columns of the system's own tables are among them and move only with the engine.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT c.object_id AS id,
               BINARY_CHECKSUM(c.object_id, c.column_id, c.user_type_id, c.max_length, c.precision, c.scale, c.is_nullable,
                               c.is_rowguidcol, -- needs sys.columns.is_rowguidcol
                               c.is_sparse, -- needs sys.columns.is_sparse
                               c.is_column_set, -- needs sys.columns.is_column_set
                               c.generated_always_type, -- needs sys.columns.generated_always_type
                               c.is_hidden, -- needs sys.columns.is_hidden
                               c.encryption_type, -- needs sys.columns.encryption_type
                               CAST(c.encryption_algorithm_name AS varbinary(256)), -- needs sys.columns.encryption_algorithm_name
                               c.column_encryption_key_id, -- needs sys.columns.column_encryption_key_id
                               c.xml_collection_id, -- needs sys.columns.xml_collection_id
                               c.is_xml_document, -- needs sys.columns.is_xml_document
                               c.is_filestream, -- needs sys.columns.is_filestream
                               c.graph_type, -- needs sys.columns.graph_type
                               c.is_dropped_ledger_column, -- needs sys.columns.is_dropped_ledger_column
                               c.vector_dimensions, -- needs sys.columns.vector_dimensions
                               c.is_computed,
                               c.is_identity,
                               CAST(c.collation_name AS varbinary(256)),
                               CAST(c.name AS varbinary(256))) AS h
          FROM sys.columns AS c
       ) AS x

-- One row: what tables.sql tells of tables, by ids; the names behind them have digests of their own. Needs VIEW DEFINITION.
-- Trap: modify_date and max_column_id_used are left out: the one moves with index maintenance, the other tells of columns that are gone.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT t.object_id AS id,
               BINARY_CHECKSUM(1, t.object_id,
                               t.is_memory_optimized, -- needs sys.tables.is_memory_optimized
                               t.durability, -- needs sys.tables.durability
                               t.temporal_type, -- needs sys.tables.temporal_type
                               t.history_table_id, -- needs sys.tables.history_table_id
                               t.history_retention_period, -- needs sys.tables.history_retention_period
                               t.history_retention_period_unit, -- needs sys.tables.history_retention_period_unit
                               t.is_external, -- needs sys.tables.is_external
                               t.is_node, -- needs sys.tables.is_node
                               t.is_edge, -- needs sys.tables.is_edge
                               t.ledger_type, -- needs sys.tables.ledger_type
                               t.ledger_view_id, -- needs sys.tables.ledger_view_id
                               t.lock_escalation, -- needs sys.tables.lock_escalation
                               t.is_tracked_by_cdc, -- needs sys.tables.is_tracked_by_cdc
                               t.is_filetable, -- needs sys.tables.is_filetable
                               t.is_replicated, -- needs sys.tables.is_replicated
                               t.is_ms_shipped) AS h
          FROM sys.tables AS t
         UNION ALL -- needs sys.periods
        SELECT pd.object_id, BINARY_CHECKSUM(2, pd.object_id, pd.start_column_id, pd.end_column_id) -- needs sys.periods
          FROM sys.periods AS pd -- needs sys.periods
         UNION ALL -- needs sys.change_tracking_tables
        SELECT ct.object_id, BINARY_CHECKSUM(3, ct.object_id, ct.is_track_columns_updated_on) -- needs sys.change_tracking_tables
          FROM sys.change_tracking_tables AS ct -- needs sys.change_tracking_tables
         UNION ALL -- needs sys.external_tables
        SELECT et.object_id, -- needs sys.external_tables
               BINARY_CHECKSUM(4, et.object_id, et.data_source_id, et.file_format_id, HASHBYTES('SHA2_256', CAST(et.location AS varbinary(8000)))) -- needs sys.external_tables
          FROM sys.external_tables AS et -- needs sys.external_tables
       ) AS x

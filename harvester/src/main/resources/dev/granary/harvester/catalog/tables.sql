-- One row per table, by object_id, with what can set it apart from an ordinary one. Aliases are the components of TableRow.
-- Needs VIEW DEFINITION; the name of a history table, ledger view, data source or file format that the login may not see is NULL.
-- A lock escalation to the table, endless retention and ledger type 0 are what an ordinary table has.
SELECT t.object_id                          AS object_id,
       t.is_memory_optimized                AS memory_optimized,
       t.durability_desc                    AS durability,
       t.temporal_type                      AS temporal_type,
       t.history_table_id                   AS history_table_id,
       hs.name                              AS history_schema,
       h.name                               AS history_table,
       t.history_retention_period           AS retention_period, -- needs sys.tables.history_retention_period
       t.history_retention_period_unit_desc AS retention_unit, -- needs sys.tables.history_retention_period_unit_desc
       ps.name                              AS period_start, -- needs sys.periods
       pe.name                              AS period_end, -- needs sys.periods
       t.is_external                        AS external_table, -- needs sys.tables.is_external
       ed.name                              AS external_source, -- needs sys.external_tables, sys.external_data_sources
       et.location                          AS external_location, -- needs sys.external_tables
       ef.name                              AS external_format, -- needs sys.external_tables, sys.external_file_formats
       t.is_node                            AS node, -- needs sys.tables.is_node
       t.is_edge                            AS edge, -- needs sys.tables.is_edge
       t.ledger_type                        AS ledger_type, -- needs sys.tables.ledger_type
       lvs.name                             AS ledger_view_schema, -- needs sys.tables.ledger_view_id
       lv.name                              AS ledger_view, -- needs sys.tables.ledger_view_id
       t.lock_escalation_desc               AS lock_escalation, -- needs sys.tables.lock_escalation_desc
       ct.object_id                         AS change_tracking_id, -- needs sys.change_tracking_tables
       ct.is_track_columns_updated_on       AS tracks_columns, -- needs sys.change_tracking_tables
       t.is_tracked_by_cdc                  AS change_data_capture, -- needs sys.tables.is_tracked_by_cdc
       t.is_filetable                       AS file_table, -- needs sys.tables.is_filetable
       t.is_replicated                      AS replicated
  FROM sys.tables AS t
  LEFT JOIN sys.objects AS h ON h.object_id = t.history_table_id
  LEFT JOIN sys.schemas AS hs ON hs.schema_id = h.schema_id
  LEFT JOIN sys.periods AS pd ON pd.object_id = t.object_id AND pd.period_type = 1 -- needs sys.periods
  LEFT JOIN sys.columns AS ps ON ps.object_id = pd.object_id AND ps.column_id = pd.start_column_id -- needs sys.periods
  LEFT JOIN sys.columns AS pe ON pe.object_id = pd.object_id AND pe.column_id = pd.end_column_id -- needs sys.periods
  LEFT JOIN sys.external_tables AS et ON et.object_id = t.object_id -- needs sys.external_tables
  LEFT JOIN sys.external_data_sources AS ed ON ed.data_source_id = et.data_source_id -- needs sys.external_tables, sys.external_data_sources
  LEFT JOIN sys.external_file_formats AS ef ON ef.file_format_id = et.file_format_id -- needs sys.external_tables, sys.external_file_formats
  LEFT JOIN sys.objects AS lv ON lv.object_id = t.ledger_view_id -- needs sys.tables.ledger_view_id
  LEFT JOIN sys.schemas AS lvs ON lvs.schema_id = lv.schema_id -- needs sys.tables.ledger_view_id
  LEFT JOIN sys.change_tracking_tables AS ct ON ct.object_id = t.object_id -- needs sys.change_tracking_tables
 WHERE t.is_ms_shipped = 0
 ORDER BY t.object_id

-- One row: triggers, the events that set them off, and the names of what they stand on. Needs VIEW DEFINITION.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT tr.object_id AS id,
               BINARY_CHECKSUM(tr.object_id, tr.parent_class, tr.parent_id, tr.is_disabled, tr.is_instead_of_trigger, te.type,
                               tr.create_date, tr.modify_date,
                               tr.is_not_for_replication, -- needs sys.triggers.is_not_for_replication
                               te.event_group_type, -- needs sys.trigger_events.event_group_type
                               CAST(tr.name AS varbinary(256)),
                               CAST(s.name AS varbinary(256)),
                               CAST(o.name AS varbinary(256))) AS h
          FROM sys.triggers AS tr
          LEFT JOIN sys.trigger_events AS te ON te.object_id = tr.object_id
          LEFT JOIN sys.objects AS o ON o.object_id = tr.parent_id
          LEFT JOIN sys.schemas AS s ON s.schema_id = o.schema_id
       ) AS x

-- One row per event of a DML trigger, by object_id and event type. Aliases are the components of TriggerRow.
-- Needs VIEW DEFINITION; the names of a parent that the login may not see are NULL. parent_class 1 is a table or view; triggers on the
-- database (0) are not read yet.
SELECT tr.object_id              AS object_id,
       s.name                    AS parent_schema,
       o.name                    AS parent_name,
       te.type_desc              AS event,
       tr.is_instead_of_trigger  AS instead_of,
       tr.is_disabled            AS disabled,
       tr.is_not_for_replication AS not_for_replication -- needs sys.triggers.is_not_for_replication
  FROM sys.triggers AS tr
  LEFT JOIN sys.trigger_events AS te ON te.object_id = tr.object_id
  LEFT JOIN sys.objects AS o ON o.object_id = tr.parent_id
  LEFT JOIN sys.schemas AS s ON s.schema_id = o.schema_id
 WHERE tr.parent_class = 1
   AND tr.is_ms_shipped = 0
 ORDER BY tr.object_id, te.type

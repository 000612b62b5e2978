-- One row per event of a trigger, by object_id and event type. Aliases are the components of TriggerRow.
-- Needs VIEW DEFINITION; the names of a parent that the login may not see are NULL. parent_class 1 is a table or view; 0 is the database, whose
-- triggers are in no schema and not in sys.objects. An event that came with a group of events carries the group's name.
SELECT tr.object_id              AS object_id,
       tr.parent_class           AS parent_class,
       tr.name                   AS trigger_name,
       tr.create_date            AS created_at,
       tr.modify_date            AS modified_at,
       s.name                    AS parent_schema,
       o.name                    AS parent_name,
       te.type_desc              AS event,
       te.event_group_type_desc  AS event_group, -- needs sys.trigger_events.event_group_type_desc
       tr.is_instead_of_trigger  AS instead_of,
       tr.is_disabled            AS disabled,
       tr.is_not_for_replication AS not_for_replication -- needs sys.triggers.is_not_for_replication
  FROM sys.triggers AS tr
  LEFT JOIN sys.trigger_events AS te ON te.object_id = tr.object_id
  LEFT JOIN sys.objects AS o ON o.object_id = tr.parent_id
  LEFT JOIN sys.schemas AS s ON s.schema_id = o.schema_id
 WHERE tr.is_ms_shipped = 0
 ORDER BY tr.object_id, te.type

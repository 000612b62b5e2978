--liquibase formatted sql

-- Every right is written out: a table that a later change set adds is closed to all but its owner until it says more.
--changeset granary:grants-lockdown splitStatements:false
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO granary_harvester, granary_query, granary_bi', current_database());
    -- Staging is temporary tables.
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO granary_harvester', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

--changeset granary:grants-harvester
GRANT USAGE ON SCHEMA granary, batch, quartz TO granary_harvester;
-- What the registry says is register's to write, and register is the owner; the sweep writes what it met.
GRANT SELECT, UPDATE (version, engine_edition, status, reason, seen_at, updated_at)
    ON granary.server TO granary_harvester;
GRANT SELECT ON granary.harvest_credential, granary.object_kind, granary.aspect TO granary_harvester;
GRANT SELECT, INSERT, UPDATE ON granary.database, granary.object, granary.snapshot, granary.run TO granary_harvester;
-- Content is immutable: it comes and, when nothing refers to it, goes.
GRANT SELECT, INSERT, DELETE
    ON granary.name, granary.part, granary.definition, granary.definition_part, granary.part_column,
       granary.part_reference, granary.tree_node, granary.placement_closed, granary.run_problem
    TO granary_harvester;
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.placement_current, granary.work TO granary_harvester;
GRANT SELECT, INSERT ON granary.change TO granary_harvester;
GRANT USAGE
    ON SEQUENCE granary.database_id_seq, granary.name_id_seq, granary.part_id_seq, granary.definition_id_seq,
       granary.object_id_seq, granary.snapshot_id_seq, granary.run_id_seq
    TO granary_harvester;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON batch.batch_job_instance, batch.batch_job_execution, batch.batch_job_execution_params,
       batch.batch_job_execution_context, batch.batch_step_execution, batch.batch_step_execution_context
    TO granary_harvester;
GRANT USAGE
    ON SEQUENCE batch.batch_job_instance_seq, batch.batch_job_execution_seq, batch.batch_step_execution_seq
    TO granary_harvester;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON quartz.qrtz_job_details, quartz.qrtz_triggers, quartz.qrtz_simple_triggers, quartz.qrtz_cron_triggers,
       quartz.qrtz_simprop_triggers, quartz.qrtz_blob_triggers, quartz.qrtz_calendars,
       quartz.qrtz_paused_trigger_grps, quartz.qrtz_fired_triggers, quartz.qrtz_scheduler_state, quartz.qrtz_locks
    TO granary_harvester;

--changeset granary:grants-query
GRANT USAGE ON SCHEMA granary TO granary_query;
GRANT SELECT
    ON granary.server, granary.query_credential, granary.database, granary.object_kind, granary.aspect, granary.name,
       granary.part, granary.definition, granary.definition_part, granary.part_column, granary.part_reference,
       granary.object, granary.placement_current, granary.placement_closed, granary.snapshot, granary.tree_node,
       granary.change, granary.run, granary.work, granary.run_problem
    TO granary_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.api_key TO granary_query;
GRANT USAGE ON SEQUENCE granary.api_key_id_seq TO granary_query;

-- module_texts and column_expressions are a right of their own and not among them: docs/store.md says how to give it.
--changeset granary:grants-bi
GRANT USAGE ON SCHEMA catalog TO granary_bi;
GRANT SELECT
    ON catalog.servers, catalog.databases, catalog.snapshots, catalog.schemas, catalog.objects, catalog.columns,
       catalog.foreign_keys, catalog.changes
    TO granary_bi;

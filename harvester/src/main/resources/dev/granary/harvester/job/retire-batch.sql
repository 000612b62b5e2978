-- Deletes what Spring Batch keeps of executions that were created before :before and have ended, at most :most of them. One row per execution.
-- Trap: create_time is a local time of the process that wrote it.
WITH old AS MATERIALIZED (
    SELECT job_execution_id, job_instance_id
      FROM batch.batch_job_execution
     WHERE create_time < :before
       AND end_time IS NOT NULL
     ORDER BY create_time
     LIMIT :most),
steps AS MATERIALIZED (
    SELECT s.step_execution_id
      FROM batch.batch_step_execution AS s
      JOIN old ON old.job_execution_id = s.job_execution_id),
step_contexts AS (
    DELETE FROM batch.batch_step_execution_context AS c USING steps WHERE c.step_execution_id = steps.step_execution_id),
step_executions AS (
    DELETE FROM batch.batch_step_execution AS s USING steps WHERE s.step_execution_id = steps.step_execution_id),
contexts AS (
    DELETE FROM batch.batch_job_execution_context AS c USING old WHERE c.job_execution_id = old.job_execution_id),
params AS (
    DELETE FROM batch.batch_job_execution_params AS p USING old WHERE p.job_execution_id = old.job_execution_id),
instances AS (
    DELETE FROM batch.batch_job_instance AS i
     USING old
     WHERE i.job_instance_id = old.job_instance_id
       AND NOT EXISTS (
           SELECT
             FROM batch.batch_job_execution AS e
            WHERE e.job_instance_id = i.job_instance_id
              AND e.job_execution_id NOT IN (SELECT job_execution_id FROM old)))
DELETE FROM batch.batch_job_execution AS e USING old WHERE e.job_execution_id = old.job_execution_id

--liquibase formatted sql

--changeset granary:runs-run
CREATE TABLE granary.run (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_execution_id bigint NULL,
    started_at         timestamptz NOT NULL DEFAULT now(),
    heartbeat_at       timestamptz NOT NULL DEFAULT now(),
    ended_at           timestamptz NULL,
    kind               text NOT NULL,
    mode               text NULL,
    status             text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'failed', 'done_with_failures')),
    requested          jsonb NOT NULL DEFAULT '{}',
    process            text NOT NULL,
    CHECK ((status = 'running') = (ended_at IS NULL))
) WITH (fillfactor = 50);
COMMENT ON TABLE granary.run IS 'One start of a job over any number of databases.';
COMMENT ON COLUMN granary.run.requested IS 'What was asked for: patterns and options.';
COMMENT ON COLUMN granary.run.process IS 'Which process runs it.';
COMMENT ON COLUMN granary.run.heartbeat_at IS 'Renewed while the process lives; a running run with an old one is dead and may be relaunched.';
COMMENT ON COLUMN granary.run.batch_execution_id IS 'batch.batch_job_execution.job_execution_id; that row may be retired first.';

--changeset granary:runs-work
CREATE TABLE granary.work (
    run_id      bigint NOT NULL REFERENCES granary.run,
    fence       bigint NOT NULL DEFAULT 0,
    lease_until timestamptz NULL,
    started_at  timestamptz NULL,
    ended_at    timestamptz NULL,
    database_id int NOT NULL REFERENCES granary.database,
    objects     int NULL,
    columns     int NULL,
    sequence    int NULL,
    attempts    smallint NOT NULL DEFAULT 0,
    state       text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'leased', 'done')),
    outcome     text NULL CHECK (outcome IN ('published', 'unchanged', 'held', 'failed', 'skipped')),
    owner       text NULL,
    section     text NULL,
    code        text NULL,
    reason      text NULL,
    PRIMARY KEY (run_id, database_id),
    CHECK ((state = 'done') = (outcome IS NOT NULL))
) WITH (fillfactor = 60);
CREATE INDEX work_open_idx ON granary.work (run_id) WHERE state <> 'done';
COMMENT ON TABLE granary.work IS 'One database of a run: leased by workers, then the record of what came of it.';
COMMENT ON COLUMN granary.work.fence IS 'Raised with every lease; a publisher that holds an older one is refused.';
COMMENT ON COLUMN granary.work.section IS 'The section that failed, with code and reason.';
COMMENT ON COLUMN granary.work.sequence IS 'The snapshot that was published.';

--changeset granary:runs-problem
CREATE TABLE granary.run_problem (
    run_id   bigint NOT NULL REFERENCES granary.run,
    ordinal  int NOT NULL CHECK (ordinal >= 0),
    server   text NOT NULL,
    database text NULL,
    section  text NULL,
    code     text NOT NULL,
    reason   text NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);
COMMENT ON TABLE granary.run_problem IS 'A failure that no work row can carry, as that of a server that was not reached.';

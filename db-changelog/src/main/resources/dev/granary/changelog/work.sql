--liquibase formatted sql

-- What many processes need to share the work: who leases by server, one lease a database over all runs, and what it cost.
--changeset granary:work-server
ALTER TABLE granary.work ADD COLUMN server_id int NULL;
UPDATE granary.work AS w SET server_id = d.server_id FROM granary.database AS d WHERE d.id = w.database_id;
ALTER TABLE granary.work ALTER COLUMN server_id SET NOT NULL;
COMMENT ON COLUMN granary.work.server_id IS 'The server of the database: leases are given by server. A trigger fills it in.';

--changeset granary:work-server-trigger splitStatements:false
CREATE FUNCTION granary.work_server() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.server_id := (SELECT d.server_id FROM granary.database AS d WHERE d.id = NEW.database_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER work_server BEFORE INSERT ON granary.work
    FOR EACH ROW WHEN (NEW.server_id IS NULL) EXECUTE FUNCTION granary.work_server();

--changeset granary:work-leases
-- Whoever migrates has stopped the harvesters, so nobody holds a lease.
UPDATE granary.work SET state = 'queued', owner = NULL, lease_until = NULL WHERE state = 'leased';
-- What a run that has ended left behind would be walked over for ever by those who look for work.
UPDATE granary.work AS w
   SET state = 'done', outcome = 'skipped', code = 'run-ended', reason = 'The run ended before the database was read.', ended_at = r.ended_at
  FROM granary.run AS r
 WHERE r.id = w.run_id AND r.status <> 'running' AND w.state <> 'done';
CREATE UNIQUE INDEX work_leased_idx ON granary.work (database_id) WHERE state = 'leased';
CREATE INDEX work_queued_idx ON granary.work (server_id, run_id, database_id) WHERE state = 'queued';
COMMENT ON INDEX granary.work_leased_idx IS 'One harvest of a database at a time, whoever starts it.';

--changeset granary:work-cost
ALTER TABLE granary.work
    ADD COLUMN connections   int    NOT NULL DEFAULT 0,
    ADD COLUMN round_trips   bigint NOT NULL DEFAULT 0,
    ADD COLUMN rows          bigint NOT NULL DEFAULT 0,
    ADD COLUMN bytes_in      bigint NOT NULL DEFAULT 0,
    ADD COLUMN bytes_out     bigint NOT NULL DEFAULT 0,
    ADD COLUMN source_millis bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN granary.work.connections IS 'Connections made to the source for this database, over all attempts, like the other costs.';
COMMENT ON COLUMN granary.work.round_trips IS 'Requests that the source answered, those of making connections included.';
COMMENT ON COLUMN granary.work.rows IS 'Rows that the source sent.';
COMMENT ON COLUMN granary.work.bytes_in IS 'Bytes from the source, as they came over the network.';
COMMENT ON COLUMN granary.work.source_millis IS 'How long the harvest waited for the source.';

--changeset granary:work-run
ALTER TABLE granary.run
    ADD COLUMN dead_after interval NOT NULL DEFAULT interval '60 seconds',
    ADD COLUMN swept_at   timestamptz NULL;
COMMENT ON COLUMN granary.run.dead_after IS 'A running run whose heartbeat is older than this has no living manager.';
COMMENT ON COLUMN granary.run.swept_at IS 'When all its work was queued: whoever takes it over need not ask the servers again.';

--changeset granary:work-run-server
CREATE TABLE granary.run_server (
    run_id        bigint NOT NULL REFERENCES granary.run,
    server_id     int NOT NULL REFERENCES granary.server,
    connections   int    NOT NULL DEFAULT 0,
    round_trips   bigint NOT NULL DEFAULT 0,
    rows          bigint NOT NULL DEFAULT 0,
    bytes_in      bigint NOT NULL DEFAULT 0,
    bytes_out     bigint NOT NULL DEFAULT 0,
    source_millis bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, server_id)
);
COMMENT ON TABLE granary.run_server IS 'What a run cost a server besides its databases: asking which there are.';

--changeset granary:work-server-pace
CREATE TABLE granary.server_pace (
    server_id         int PRIMARY KEY REFERENCES granary.server,
    next_statement_at timestamptz NOT NULL
) WITH (fillfactor = 20);
COMMENT ON TABLE granary.server_pace IS 'Before when no process sends a server another statement, where limits.statementsPerMinute is set.';

--changeset granary:work-server-breaker
CREATE TABLE granary.server_breaker (
    server_id  int PRIMARY KEY REFERENCES granary.server,
    failures   int NOT NULL CHECK (failures > 0),
    rests      int NOT NULL DEFAULT 0,
    since      timestamptz NOT NULL DEFAULT now(),
    rest_until timestamptz NULL,
    code       text NOT NULL,
    reason     text NOT NULL
);
COMMENT ON TABLE granary.server_breaker IS 'Servers to which the last connections failed, one after the other; no row means that all is well.';
COMMENT ON COLUMN granary.server_breaker.rest_until IS 'Nobody connects before; then one may try. Null while the failures are few.';
COMMENT ON COLUMN granary.server_breaker.rests IS 'How often it was left to rest since it last answered.';

--changeset granary:work-grants
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.run_server, granary.server_pace, granary.server_breaker TO granary_harvester;
GRANT SELECT ON granary.run_server, granary.server_breaker TO granary_query;

--changeset granary:work-guest
CREATE TABLE granary.guest (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id int NOT NULL REFERENCES granary.server,
    owner     text NOT NULL,
    seated    boolean NOT NULL,
    until     timestamptz NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE granary.guest IS 'A connection to a server that is used outside the reading of a leased database, or waited for: counted with the leases.';
COMMENT ON COLUMN granary.guest.owner IS 'The process, as in run.process.';
COMMENT ON COLUMN granary.guest.seated IS 'False while it waits for room, in the order of ids; no database is leased past it.';
COMMENT ON COLUMN granary.guest.until IS 'From then on it counts for nothing, unless its process extends it before.';

--changeset granary:work-guest-grants
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.guest TO granary_harvester;

--changeset granary:work-running-runs
CREATE INDEX run_running_idx ON granary.run (id) WHERE status = 'running';
COMMENT ON INDEX granary.run_running_idx IS 'Whoever looks for work begins at the first run that is running; ended ones are kept for long.';

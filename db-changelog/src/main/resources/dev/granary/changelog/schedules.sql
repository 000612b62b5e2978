--liquibase formatted sql

--changeset granary:schedules-pause
CREATE TABLE granary.server_pause (
    server_id int PRIMARY KEY REFERENCES granary.server,
    paused_at timestamptz NOT NULL DEFAULT now(),
    until     timestamptz NULL,
    paused_by text NOT NULL,
    reason    text NULL
);
COMMENT ON TABLE granary.server_pause IS 'Servers that the schedule passes over: what people start goes on.';
COMMENT ON COLUMN granary.server_pause.until IS 'When the pause ends by itself; null: when it is resumed.';
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.server_pause TO granary_harvester;
GRANT SELECT ON granary.server_pause TO granary_query;

--changeset granary:schedules-health
CREATE TABLE granary.server_health (
    server_id  int PRIMARY KEY REFERENCES granary.server,
    failures   int NOT NULL CHECK (failures >= 0),
    checked_at timestamptz NOT NULL,
    success_at timestamptz NULL,
    latency_ms double precision NULL CHECK (latency_ms >= 0),
    status     text NOT NULL CHECK (status IN ('reachable', 'unreachable', 'denied')),
    version    text NULL,
    reason     text NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE granary.server_health IS 'What the last look at each server found; every minute.';
COMMENT ON COLUMN granary.server_health.failures IS 'How many looks in a row found the server out of reach.';
COMMENT ON COLUMN granary.server_health.success_at IS 'When the server last answered a look.';
COMMENT ON COLUMN granary.server_health.latency_ms IS 'How long the last answer took on a connection that was open; null while the server is out of reach.';
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.server_health TO granary_harvester;
GRANT SELECT ON granary.server_health TO granary_query;

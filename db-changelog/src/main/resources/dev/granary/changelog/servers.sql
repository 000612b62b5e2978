--liquibase formatted sql

--changeset granary:servers-fact
CREATE TABLE granary.server_fact (
    server_id int NOT NULL REFERENCES granary.server,
    fact      text NOT NULL CHECK (fact IN ('properties', 'configuration', 'linkedServers')),
    seen_from timestamptz NOT NULL,
    seen_to   timestamptz NULL,
    hash      bytea NOT NULL CHECK (octet_length(hash) = 32),
    body      text NOT NULL,
    PRIMARY KEY (server_id, fact, seen_from),
    CHECK (seen_to > seen_from)
);
CREATE UNIQUE INDEX server_fact_open_key ON granary.server_fact (server_id, fact) WHERE seen_to IS NULL;
COMMENT ON TABLE granary.server_fact IS 'What a server said of itself: its properties, its configuration, its linked servers. Never a login or a password.';
COMMENT ON COLUMN granary.server_fact.seen_from IS 'The sweep that first met it so.';
COMMENT ON COLUMN granary.server_fact.seen_to IS 'The sweep that first met it otherwise; null while it holds.';
COMMENT ON COLUMN granary.server_fact.body IS 'Canonical JSON: the hashed bytes themselves.';

CREATE TABLE granary.server_fact_reading (
    server_id int NOT NULL REFERENCES granary.server,
    fact      text NOT NULL CHECK (fact IN ('properties', 'configuration', 'linkedServers')),
    since     timestamptz NOT NULL,
    status    text NOT NULL CHECK (status IN ('complete', 'denied', 'unsupported', 'failed')),
    code      text NULL,
    reason    text NULL,
    PRIMARY KEY (server_id, fact),
    CHECK ((status = 'complete') = (reason IS NULL))
);
COMMENT ON TABLE granary.server_fact_reading IS 'How the last sweep fared with each fact. What was known before a refusal stays known.';
COMMENT ON COLUMN granary.server_fact_reading.since IS 'When it began to fare so.';

CREATE VIEW catalog.server_facts AS
SELECT s.id AS server_id, s.name AS server, f.fact, f.seen_from, f.seen_to, f.body
FROM granary.server_fact f
JOIN granary.server s ON s.id = f.server_id;
COMMENT ON VIEW catalog.server_facts IS 'What a server said of itself, and when; seen_to is null for what holds today. The body is canonical JSON.';

--changeset granary:servers-grants
GRANT SELECT, INSERT, UPDATE (seen_to) ON granary.server_fact TO granary_harvester;
GRANT SELECT, INSERT, UPDATE ON granary.server_fact_reading TO granary_harvester;
GRANT SELECT ON granary.server_fact, granary.server_fact_reading TO granary_query;
GRANT SELECT ON catalog.server_facts TO granary_bi;

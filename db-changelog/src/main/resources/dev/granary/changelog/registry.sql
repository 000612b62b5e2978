--liquibase formatted sql

--changeset granary:registry-server
CREATE TABLE granary.server (
    id             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    enabled        boolean NOT NULL DEFAULT true,
    environment    text NULL,
    tags           text[] NOT NULL DEFAULT '{}',
    settings       jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
    version        text NULL,
    engine_edition int NULL,
    status         text NOT NULL DEFAULT 'never' CHECK (status IN ('never', 'reachable', 'unreachable', 'denied')),
    reason         text NULL,
    seen_at        timestamptz NULL,
    registered_at  timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
COMMENT ON TABLE granary.server IS 'A registered SQL Server. One that left servers.yml is disabled, never deleted.';
COMMENT ON COLUMN granary.server.settings IS 'The registry entry without its credentials.';
COMMENT ON COLUMN granary.server.version IS 'Product version as the server last reported it.';
COMMENT ON COLUMN granary.server.engine_edition IS 'SERVERPROPERTY(''EngineEdition'') as last reported.';
COMMENT ON COLUMN granary.server.status IS 'What the last sweep met: never, reachable, unreachable, denied.';
COMMENT ON COLUMN granary.server.reason IS 'Why the server is unreachable or denied; null while it is reachable.';
COMMENT ON COLUMN granary.server.seen_at IS 'When the server last answered.';

--changeset granary:registry-credentials
CREATE TABLE granary.harvest_credential (
    server_id  int PRIMARY KEY REFERENCES granary.server,
    type       text NOT NULL CHECK (type IN ('sql', 'ntlm', 'kerberos', 'entra')),
    username   text NOT NULL,
    secret     text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE granary.harvest_credential IS 'The login that reads metadata (VIEW DEFINITION, no SELECT). Only granary_harvester reads it.';
COMMENT ON COLUMN granary.harvest_credential.secret IS 'A Fernet token, never a plain password.';
CREATE TABLE granary.query_credential (
    server_id  int PRIMARY KEY REFERENCES granary.server,
    type       text NOT NULL CHECK (type IN ('sql', 'ntlm', 'kerberos', 'entra')),
    username   text NOT NULL,
    secret     text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE granary.query_credential IS 'The login that runs queries (SELECT and nothing else). Only granary_query reads it.';
COMMENT ON COLUMN granary.query_credential.secret IS 'A Fernet token, never a plain password.';

--changeset granary:registry-database
CREATE TABLE granary.database (
    id                  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id           int NOT NULL REFERENCES granary.server,
    name                text COLLATE "C" NOT NULL,
    source_database_id  int NULL,
    service_broker_guid uuid NULL,
    "collation"         text NULL,
    state               text NULL,
    compatibility       smallint NULL,
    source_created_at   timestamp(3) NULL,
    stale_reason        text NULL,
    stale_since         timestamptz NULL,
    first_seen_at       timestamptz NOT NULL DEFAULT now(),
    dropped_at          timestamptz NULL,
    CHECK ((stale_reason IS NULL) = (stale_since IS NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX database_server_id_name_key ON granary.database (server_id, name) WHERE dropped_at IS NULL;
COMMENT ON TABLE granary.database IS 'A database of a registered server: (server, name), joined across a rename by source_database_id and service_broker_guid.';
COMMENT ON COLUMN granary.database.source_database_id IS 'sys.databases.database_id.';
COMMENT ON COLUMN granary.database.state IS 'sys.databases.state_desc as last seen.';
COMMENT ON COLUMN granary.database.source_created_at IS 'sys.databases.create_date, in the server''s local time.';
COMMENT ON COLUMN granary.database.stale_reason IS 'Why the last snapshot could not be renewed; null while it is current.';
COMMENT ON COLUMN granary.database.dropped_at IS 'When a harvest that could see every database no longer saw this one.';

--liquibase formatted sql

--changeset granary:access-api-key
CREATE TABLE granary.api_key (
    id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NULL,
    prefix     text NOT NULL,
    role       text NOT NULL CHECK (role IN ('reader', 'querier', 'operator', 'admin')),
    note       text NULL,
    hash       bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE granary.api_key IS 'A key of the REST interface. The key itself is stored nowhere.';
COMMENT ON COLUMN granary.api_key.prefix IS 'The first characters, to tell keys apart.';
COMMENT ON COLUMN granary.api_key.hash IS 'SHA-256 of the key.';

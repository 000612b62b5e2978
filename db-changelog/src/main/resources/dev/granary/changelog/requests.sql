--liquibase formatted sql

--changeset granary:requests-request
CREATE TABLE granary.request (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id       bigint NULL REFERENCES granary.run,
    requested_at timestamptz NOT NULL DEFAULT now(),
    taken_at     timestamptz NULL,
    kind         text NOT NULL,
    body         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(body) = 'object'),
    requested_by text NOT NULL,
    outcome      text NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    reason       text NULL,
    CHECK ((outcome IS NULL) = (taken_at IS NULL))
);
CREATE INDEX request_open_idx ON granary.request (id) WHERE outcome IS NULL;
COMMENT ON TABLE granary.request IS 'Something the API asks the harvester to do; NOTIFY granary_request tells it to look.';
COMMENT ON COLUMN granary.request.kind IS 'harvest, release, reject; a harvester refuses kinds that it does not know.';
COMMENT ON COLUMN granary.request.body IS 'What exactly is asked for.';
COMMENT ON COLUMN granary.request.requested_by IS 'The API key''s prefix.';
COMMENT ON COLUMN granary.request.run_id IS 'The run it started, which goes on after the request is done.';
COMMENT ON COLUMN granary.request.outcome IS 'Null while nobody has taken it. refused: nothing was changed, and reason says why.';

--changeset granary:requests-grants
GRANT SELECT, UPDATE ON granary.request TO granary_harvester;
GRANT SELECT, INSERT ON granary.request TO granary_query;
GRANT USAGE ON SEQUENCE granary.request_id_seq TO granary_query;

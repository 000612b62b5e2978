--liquibase formatted sql

--changeset granary:snapshots-snapshot
CREATE TABLE granary.snapshot (
    id             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    database_id    int NOT NULL REFERENCES granary.database,
    run_id         bigint NOT NULL REFERENCES granary.run,
    read_from      timestamptz NOT NULL,
    read_to        timestamptz NOT NULL,
    published_at   timestamptz NOT NULL DEFAULT now(),
    verified_at    timestamptz NOT NULL,
    sequence       int NOT NULL CHECK (sequence > 0),
    objects        int NOT NULL CHECK (objects >= 0),
    columns        int NOT NULL CHECK (columns >= 0),
    mode           text NOT NULL,
    sections       jsonb NOT NULL CHECK (jsonb_typeof(sections) = 'object'),
    visibility     jsonb NOT NULL,
    tree_hash      bytea NOT NULL CHECK (octet_length(tree_hash) = 32),
    structure_hash bytea NOT NULL CHECK (octet_length(structure_hash) = 32),
    UNIQUE (database_id, sequence),
    UNIQUE (run_id, database_id),
    CHECK (read_to >= read_from)
);
COMMENT ON TABLE granary.snapshot IS 'One published state of a database. The latest is the one with the highest sequence.';
COMMENT ON COLUMN granary.snapshot.read_from IS 'When reading began; read_to when it ended. asOf compares with read_to.';
COMMENT ON COLUMN granary.snapshot.verified_at IS 'Until when the state is known to have been unchanged.';
COMMENT ON COLUMN granary.snapshot.sections IS 'Status per section: {"columns":{"status":"complete","rows":12,"reason":null}}.';
COMMENT ON COLUMN granary.snapshot.visibility IS 'What the login could see.';
COMMENT ON COLUMN granary.snapshot.objects IS 'Placements but for schemas and the database itself.';

--changeset granary:snapshots-tree
CREATE TABLE granary.tree_node (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    body text NOT NULL
);
COMMENT ON TABLE granary.tree_node IS 'A node of the content tree: root, schema or bucket. Never updated.';
COMMENT ON COLUMN granary.tree_node.body IS 'Canonical JSON: the hashed bytes themselves.';

--changeset granary:snapshots-change
CREATE TABLE granary.change (
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ordinal     int NOT NULL CHECK (ordinal >= 0),
    database_id int NOT NULL REFERENCES granary.database,
    sequence    int NOT NULL,
    object_id   int NULL,
    breaking    boolean NULL,
    event       text NOT NULL,
    cause       text NOT NULL,
    detail      jsonb NULL,
    PRIMARY KEY (xid, ordinal)
);
CREATE INDEX change_database_id_idx ON granary.change (database_id, sequence);
COMMENT ON TABLE granary.change IS 'An event between two snapshots of a database. Never rewritten.';
COMMENT ON COLUMN granary.change.xid IS 'The publishing transaction. Readers stay below pg_snapshot_xmin(pg_current_snapshot()), so that a slow one is not skipped.';
COMMENT ON COLUMN granary.change.ordinal IS 'Position within the transaction.';
COMMENT ON COLUMN granary.change.event IS 'database-added, added, removed, altered, renamed, moved, re-created.';
COMMENT ON COLUMN granary.change.breaking IS 'Null where the change has not been graded.';
COMMENT ON COLUMN granary.change.cause IS 'What brought it about.';

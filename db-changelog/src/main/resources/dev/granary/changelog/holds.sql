--liquibase formatted sql

--changeset granary:holds-hold
CREATE TABLE granary.hold (
    id             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    database_id    int NOT NULL REFERENCES granary.database,
    run_id         bigint NOT NULL REFERENCES granary.run,
    release_run_id bigint NULL REFERENCES granary.run,
    opened_at      timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    decided_at     timestamptz NULL,
    decided_by     text NULL,
    note           text NULL,
    state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'applied', 'rejected', 'superseded')),
    code           text NOT NULL,
    reason         text NOT NULL
);
CREATE UNIQUE INDEX hold_open_idx ON granary.hold (database_id) WHERE state = 'open';
CREATE INDEX hold_database_id_idx ON granary.hold (database_id);
COMMENT ON TABLE granary.hold IS 'Absences that a harvest did not believe: they wait for somebody''s decision. At most one of a database is open.';
COMMENT ON COLUMN granary.hold.run_id IS 'The harvest that opened it.';
COMMENT ON COLUMN granary.hold.release_run_id IS 'The harvest that was started to apply it, and that alone may.';
COMMENT ON COLUMN granary.hold.updated_at IS 'The last harvest that listed it anew.';
COMMENT ON COLUMN granary.hold.state IS 'open: waits; applied: released, and what was listed is gone; rejected: kept, and not asked again; superseded: all was seen again.';
COMMENT ON COLUMN granary.hold.code IS 'visibility-fell, too-many-losses, filter-changed, all-databases-missing.';
COMMENT ON COLUMN granary.hold.decided_by IS 'The API key''s prefix, or the user who gave the command.';

--changeset granary:holds-item
CREATE TABLE granary.hold_item (
    hold_id        int NOT NULL REFERENCES granary.hold ON DELETE CASCADE,
    object_id      int NOT NULL,
    schema_name_id int NULL,
    name_id        int NOT NULL,
    kind           smallint NOT NULL,
    released       boolean NOT NULL DEFAULT false,
    aspects        smallint[] NULL,
    PRIMARY KEY (hold_id, object_id)
);
CREATE INDEX hold_item_object_id_idx ON granary.hold_item (object_id);
COMMENT ON TABLE granary.hold_item IS 'What a hold keeps: an object that was not found again, or parts of one that can no longer be read.';
COMMENT ON COLUMN granary.hold_item.aspects IS 'Null: the whole object. Otherwise the parts that were carried forward.';
COMMENT ON COLUMN granary.hold_item.released IS 'Listed when the hold was released: the harvest that release started may take it away.';

--changeset granary:holds-unconfirmed
CREATE VIEW granary.unconfirmed AS
SELECT DISTINCT i.object_id
  FROM granary.hold AS h
  JOIN granary.hold_item AS i ON i.hold_id = h.id
 WHERE h.state IN ('open', 'rejected')
   AND i.aspects IS NULL;
COMMENT ON VIEW granary.unconfirmed IS 'Objects that stay although the last harvest did not find them.';

--changeset granary:holds-grants
GRANT SELECT, INSERT, UPDATE ON granary.hold TO granary_harvester;
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.hold_item TO granary_harvester;
GRANT USAGE ON SEQUENCE granary.hold_id_seq TO granary_harvester;
GRANT SELECT ON granary.hold, granary.hold_item, granary.unconfirmed TO granary_query;
GRANT SELECT ON granary.unconfirmed TO granary_harvester;

--liquibase formatted sql

--changeset granary:placements-object
CREATE TABLE granary.object (
    id                int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    database_id       int NOT NULL,
    source_created_at timestamp(3) NULL,
    source_id         int NULL,
    kind              smallint NOT NULL
);
COMMENT ON TABLE granary.object IS 'The identity of an object: it survives renames and rebuilds.';
COMMENT ON COLUMN granary.object.source_created_at IS 'sys.objects.create_date, in the server''s local time.';
COMMENT ON COLUMN granary.object.source_id IS 'sys.objects.object_id, of the latest incarnation.';

-- Column order: the four-byte columns in pairs, then eight, then two, then text, so that no row carries padding.
-- Every index here is paid for by every placement of the estate: docs/store.md has the figure.
--changeset granary:placements-current
CREATE TABLE granary.placement_current (
    object_id          int PRIMARY KEY,
    database_id        int NOT NULL,
    schema_name_id     int NULL,
    name_id            int NOT NULL,
    definition_id      int NOT NULL REFERENCES granary.definition,
    from_sequence      int NOT NULL,
    source_modified_at timestamp(3) NULL,
    kind               smallint NOT NULL,
    system_names       text NULL,
    CONSTRAINT placement_current_name_key UNIQUE NULLS NOT DISTINCT (database_id, schema_name_id, name_id, kind)
);
CREATE INDEX placement_current_definition_idx ON granary.placement_current (database_id, definition_id);
COMMENT ON TABLE granary.placement_current IS 'Where an object stands today: its schema, name and definition.';
COMMENT ON COLUMN granary.placement_current.schema_name_id IS 'Null for what has no schema: the schemas themselves and the database.';
COMMENT ON COLUMN granary.placement_current.from_sequence IS 'First snapshot of the database that contains it so.';
COMMENT ON COLUMN granary.placement_current.source_modified_at IS 'sys.objects.modify_date, in the server''s local time.';
COMMENT ON COLUMN granary.placement_current.system_names IS 'JSON map from role to the name the system made; such names are no content.';

--changeset granary:placements-closed
CREATE TABLE granary.placement_closed (
    object_id          int NOT NULL,
    database_id        int NOT NULL,
    schema_name_id     int NULL,
    name_id            int NOT NULL,
    definition_id      int NOT NULL REFERENCES granary.definition,
    from_sequence      int NOT NULL,
    source_modified_at timestamp(3) NULL,
    to_sequence        int NOT NULL,
    kind               smallint NOT NULL,
    system_names       text NULL,
    PRIMARY KEY (object_id, from_sequence),
    CHECK (to_sequence > from_sequence)
);
CREATE INDEX placement_closed_validity_idx ON granary.placement_closed (database_id, to_sequence, from_sequence);
CREATE INDEX placement_closed_definition_idx ON granary.placement_closed (definition_id);
COMMENT ON TABLE granary.placement_closed IS 'Where an object stood from one snapshot up to another. Never updated.';
COMMENT ON COLUMN granary.placement_closed.to_sequence IS 'First snapshot without it.';

-- The tables a reading waits in until it is published: temporary, one set per connection, emptied for each database.
-- (space, source_id) is the owner by the ids of the source. A part without a hash could not be read.
-- A rough idea of their sizes is all that the planner needs, and a tenth of the usual sample gives it.
SET default_statistics_target = 10;
CREATE TEMPORARY TABLE IF NOT EXISTS staged_object (
    space          smallint NOT NULL,
    source_id      integer NOT NULL,
    kind           smallint NOT NULL,
    schema_name_id integer,
    name_id        integer NOT NULL,
    created_at     timestamp(3),
    modified_at    timestamp(3)
);
CREATE TEMPORARY TABLE IF NOT EXISTS staged_part (
    space     smallint NOT NULL,
    source_id integer NOT NULL,
    aspect    smallint NOT NULL,
    hash      bytea
);
CREATE TEMPORARY TABLE IF NOT EXISTS staged_system_name (
    space     smallint NOT NULL,
    source_id integer NOT NULL,
    place     text NOT NULL,
    name      text NOT NULL
);
-- Bodies of parts that may be new, a batch at a time.
CREATE TEMPORARY TABLE IF NOT EXISTS incoming_part (
    hash       bytea NOT NULL,
    aspect     smallint NOT NULL,
    format     smallint NOT NULL,
    body       text NOT NULL,
    source_key bytea
);
-- One row per staged object once its parts are known: what would be its placement.
CREATE TEMPORARY TABLE IF NOT EXISTS incoming (
    space          smallint NOT NULL,
    source_id      integer NOT NULL,
    kind           smallint NOT NULL,
    schema_name_id integer,
    name_id        integer NOT NULL,
    created_at     timestamp(3),
    modified_at    timestamp(3),
    hash           bytea NOT NULL,
    structure_hash bytea NOT NULL,
    definition_id  integer,
    system_names   text,
    object_id      integer,
    event          text,
    cause          smallint
);
CREATE INDEX IF NOT EXISTS incoming_source_id_idx ON incoming (source_id);
CREATE INDEX IF NOT EXISTS incoming_name_id_idx ON incoming (name_id);
CREATE INDEX IF NOT EXISTS incoming_object_id_idx ON incoming (object_id);
CREATE TEMPORARY TABLE IF NOT EXISTS fresh_definition (
    hash           bytea NOT NULL,
    structure_hash bytea NOT NULL,
    kind           smallint NOT NULL,
    space          smallint NOT NULL,
    source_id      integer NOT NULL
);
-- Current objects that were not found again; those without a cause are kept. Parts that are carried forward. What a hold has to list.
CREATE TEMPORARY TABLE IF NOT EXISTS missing (
    object_id      integer NOT NULL,
    kind           smallint NOT NULL,
    schema_name_id integer,
    name_id        integer NOT NULL,
    cause          text,
    standing       text,
    standing_code  text
);
CREATE TEMPORARY TABLE IF NOT EXISTS carried_part (
    object_id integer NOT NULL,
    space     smallint NOT NULL,
    source_id integer NOT NULL,
    aspect    smallint NOT NULL,
    hash      bytea NOT NULL,
    staged    boolean NOT NULL
);
CREATE TEMPORARY TABLE IF NOT EXISTS held (
    object_id      integer NOT NULL,
    kind           smallint NOT NULL,
    schema_name_id integer,
    name_id        integer NOT NULL,
    aspects        smallint[]
);
-- What became of the content of those objects whose definition is another one.
CREATE TEMPORARY TABLE IF NOT EXISTS graded (
    object_id   integer NOT NULL,
    breaking    boolean NOT NULL,
    consequence boolean NOT NULL,
    cause       smallint,
    detail      text
);
TRUNCATE staged_object, staged_part, staged_system_name, incoming_part, incoming, fresh_definition, missing, carried_part, held, graded

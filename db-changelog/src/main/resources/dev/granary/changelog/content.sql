--liquibase formatted sql

--changeset granary:content-codes
CREATE TABLE granary.object_kind (
    code smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);
COMMENT ON TABLE granary.object_kind IS 'The names of the codes in every column called kind.';
INSERT INTO granary.object_kind (code, name) VALUES
    (1, 'table'), (2, 'view'), (3, 'procedure'), (4, 'scalar_function'), (5, 'table_function'), (6, 'inline_function'),
    (7, 'aggregate'), (8, 'clr_procedure'), (9, 'clr_scalar_function'), (10, 'clr_table_function'), (11, 'trigger'),
    (12, 'clr_trigger'), (13, 'synonym'), (14, 'sequence'), (15, 'alias_type'), (16, 'table_type'), (17, 'clr_type'),
    (18, 'schema'), (19, 'database');
CREATE TABLE granary.aspect (
    code       smallint PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    structural boolean NOT NULL
);
COMMENT ON TABLE granary.aspect IS 'The names of the codes in every column called aspect.';
COMMENT ON COLUMN granary.aspect.structural IS 'Whether the aspect counts towards the structure hash.';
INSERT INTO granary.aspect (code, name, structural) VALUES
    (1, 'table', true), (2, 'columns', true), (3, 'keys', true), (4, 'indexes', true), (5, 'foreignKeys', true),
    (6, 'checks', true), (7, 'text', true), (8, 'parameters', true), (9, 'trigger', true), (10, 'synonym', true),
    (11, 'sequence', true), (12, 'aliasType', true), (13, 'descriptions', false), (14, 'schema', true),
    (15, 'database', true);

--changeset granary:content-name
CREATE TABLE granary.name (
    id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    fold text COLLATE "C" NOT NULL
);
CREATE INDEX name_fold_idx ON granary.name (fold);
COMMENT ON TABLE granary.name IS 'The dictionary of distinct names; rows elsewhere carry the id.';
COMMENT ON COLUMN granary.name.name IS 'The name as the source has it, in stored-text form.';
COMMENT ON COLUMN granary.name.fold IS 'NFKD, marks removed, upper then lower case: the coarsest comparison of names.';

--changeset granary:content-part
CREATE TABLE granary.part (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    aspect     smallint NOT NULL,
    format     smallint NOT NULL CHECK (format > 0),
    hash       bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    body       text NOT NULL
);
COMMENT ON TABLE granary.part IS 'One aspect of an object, stored once however many databases contain it. Never updated.';
COMMENT ON COLUMN granary.part.format IS 'Version of the rules by which the body was written.';
COMMENT ON COLUMN granary.part.hash IS 'SHA-256 of the body''s bytes.';
COMMENT ON COLUMN granary.part.body IS 'Canonical JSON, defaults omitted: the hashed bytes themselves.';
COMMENT ON COLUMN granary.part.created_at IS 'When the part was first stored; orphans younger than the grace period are kept.';

--changeset granary:content-definition
CREATE TABLE granary.definition (
    id             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           smallint NOT NULL,
    format         smallint NOT NULL CHECK (format > 0),
    hash           bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    structure_hash bytea NOT NULL CHECK (octet_length(structure_hash) = 32)
);
COMMENT ON TABLE granary.definition IS 'What an object is: the list of its parts. Never updated.';
COMMENT ON COLUMN granary.definition.hash IS 'SHA-256 over kind and the hashes of all parts.';
COMMENT ON COLUMN granary.definition.structure_hash IS 'The same over the structural aspects only.';
CREATE TABLE granary.definition_part (
    part_id       bigint NULL REFERENCES granary.part,
    definition_id int NOT NULL,
    aspect        smallint NOT NULL,
    PRIMARY KEY (definition_id, aspect)
);
CREATE INDEX definition_part_part_id_idx ON granary.definition_part (part_id);
COMMENT ON TABLE granary.definition_part IS 'A part of a definition. No row: the object has no such part.';
COMMENT ON COLUMN granary.definition_part.part_id IS 'Null: the part could not be read and is unknown, which is not none.';

-- Rows below hang on a part and come and go with it in one transaction; names are never deleted. Checking either for every row would more
-- than double the time of storing a table's columns, so only what garbage collection could break is a foreign key: definitions and parts.
--changeset granary:content-projections
CREATE TABLE granary.part_column (
    part_id             bigint NOT NULL,
    name_id             int NOT NULL,
    ordinal             smallint NOT NULL CHECK (ordinal > 0),
    nullable            boolean NOT NULL,
    is_identity         boolean NOT NULL,
    type                text NOT NULL,
    default_expression  text NULL,
    computed_expression text NULL,
    "collation"         text NULL,
    PRIMARY KEY (part_id, ordinal)
);
COMMENT ON TABLE granary.part_column IS 'A column of a "columns" part, projected once per part so that SQL can reach it.';
COMMENT ON COLUMN granary.part_column.ordinal IS 'Position from 1, without gaps.';
COMMENT ON COLUMN granary.part_column.type IS 'As T-SQL writes it: nvarchar(50), decimal(18,2).';
COMMENT ON COLUMN granary.part_column.collation IS 'Only where it differs from the database''s.';
CREATE TABLE granary.part_reference (
    part_id        bigint NOT NULL,
    schema_name_id int NOT NULL,
    object_name_id int NOT NULL,
    role           smallint NOT NULL CHECK (role > 0),
    ordinal        smallint NOT NULL CHECK (ordinal >= 0),
    PRIMARY KEY (part_id, role, ordinal)
);
CREATE INDEX part_reference_object_name_id_idx ON granary.part_reference (object_name_id, schema_name_id);
COMMENT ON TABLE granary.part_reference IS 'A reference by name from a part to another object of the same database, projected once per part.';
COMMENT ON COLUMN granary.part_reference.role IS '1 foreign key, 2 the table a trigger stands on.';
COMMENT ON COLUMN granary.part_reference.ordinal IS 'Position in the part''s own list.';

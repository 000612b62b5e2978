--liquibase formatted sql

--changeset granary:digests-digest
CREATE TABLE granary.digest (
    database_id int PRIMARY KEY REFERENCES granary.database,
    tree_hash   bytea NOT NULL CHECK (octet_length(tree_hash) = 32),
    basis       bytea NOT NULL CHECK (octet_length(basis) = 32),
    digests     jsonb NOT NULL CHECK (jsonb_typeof(digests) = 'object')
) WITH (fillfactor = 60);
COMMENT ON TABLE granary.digest IS 'What a database''s catalogue added up to when it was last read: the next incremental harvest compares. No row: it is read in full.';
COMMENT ON COLUMN granary.digest.tree_hash IS 'The state they were taken of. Where the latest snapshot has another, they mean nothing.';
COMMENT ON COLUMN granary.digest.basis IS 'SHA-256 over what must be the same for two digests to be comparable: statements, rules, filter, engine, login, database.';
COMMENT ON COLUMN granary.digest.digests IS 'By name: rows, largest id, sum and exclusive or of checksums. One that is missing is not trusted.';

--changeset granary:digests-grants
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.digest TO granary_harvester;

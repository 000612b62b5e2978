--liquibase formatted sql

--changeset granary:texts-source-key
ALTER TABLE granary.part ADD COLUMN source_key bytea NULL CHECK (octet_length(source_key) = 32);
CREATE INDEX part_source_key_idx ON granary.part (source_key) WHERE source_key IS NOT NULL;
COMMENT ON TABLE granary.part IS 'One aspect of an object, stored once however many databases contain it. Never updated, but for source_key.';
COMMENT ON COLUMN granary.part.source_key IS 'Of a text: SHA-256 over the hash that its source computes of it and the options it was created under. Null until such a source showed it.';

--changeset granary:texts-grants
GRANT UPDATE (source_key) ON granary.part TO granary_harvester;

--liquibase formatted sql

-- What people say of an object. Rows of granary.object are never deleted (the harvester has no right to), so both may refer to it, and thinning, which
-- takes placements and content, never meets them. Notes are written once: who errs takes his away and writes another.
--changeset granary:annotations-tag
CREATE TABLE granary.object_tag (
    object_id int NOT NULL REFERENCES granary.object,
    tagged_at timestamptz NOT NULL DEFAULT now(),
    tag       text COLLATE "C" NOT NULL CHECK (tag ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    tagged_by text NOT NULL,
    PRIMARY KEY (object_id, tag)
);
CREATE INDEX object_tag_tag_idx ON granary.object_tag (tag, object_id);
COMMENT ON TABLE granary.object_tag IS 'A tag that somebody put on an object; it stays when the object is renamed, rebuilt or gone.';
COMMENT ON COLUMN granary.object_tag.tagged_by IS 'The API key''s prefix.';

--changeset granary:annotations-note
CREATE TABLE granary.object_note (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_id  int NOT NULL REFERENCES granary.object,
    written_at timestamptz NOT NULL DEFAULT now(),
    text       text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
    written_by text NOT NULL
);
CREATE INDEX object_note_object_id_idx ON granary.object_note (object_id, id);
COMMENT ON TABLE granary.object_note IS 'What somebody wrote about an object; it stays when the object is renamed, rebuilt or gone.';
COMMENT ON COLUMN granary.object_note.text IS 'As it was written: not in stored-text form, which is for text of a source.';
COMMENT ON COLUMN granary.object_note.written_by IS 'The API key''s prefix.';

-- Of what catalog.objects has: names of principals are granted apart. Notes are free text, which may name what a reader is not to see: no view has them.
--changeset granary:annotations-view
CREATE VIEW catalog.tags AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object, t.tag, t.tagged_at
FROM granary.object_tag t
JOIN granary.current_object o ON o.object_id = t.object_id
WHERE o.schema_name_id IS NOT NULL;
COMMENT ON VIEW catalog.tags IS 'A tag on an object of a database.';

--changeset granary:annotations-grants
GRANT SELECT, INSERT, DELETE ON granary.object_tag, granary.object_note TO granary_query;
GRANT USAGE ON SEQUENCE granary.object_note_id_seq TO granary_query;
GRANT SELECT ON catalog.tags TO granary_bi;

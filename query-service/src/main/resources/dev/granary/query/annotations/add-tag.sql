-- Puts a tag on an object that does not have it; returns it as it was written.
INSERT INTO granary.object_tag (object_id, tag, tagged_by)
VALUES (:object, :tag, :by)
RETURNING tag, tagged_by AS by, tagged_at AS at

-- Writes a note about an object; returns it as it was written.
INSERT INTO granary.object_note (object_id, text, written_by)
VALUES (:object, :text, :by)
RETURNING id, text, written_by AS by, written_at AS at

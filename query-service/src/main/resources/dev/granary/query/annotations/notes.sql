-- A note about an object, the latest first.
SELECT id, text, written_by AS by, written_at AS at
  FROM granary.object_note
 WHERE object_id = :object AND id < :below
 ORDER BY id DESC
 LIMIT :limit

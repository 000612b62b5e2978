-- Stores the incoming parts that no one has stored yet and returns those; sorted by hash, so that concurrent harvests cannot deadlock.
INSERT INTO granary.part (hash, aspect, format, body, source_key)
SELECT DISTINCT ON (i.hash) i.hash, i.aspect, i.format, i.body, i.source_key
  FROM incoming_part AS i
 ORDER BY i.hash
    ON CONFLICT (hash) DO NOTHING
RETURNING id, hash

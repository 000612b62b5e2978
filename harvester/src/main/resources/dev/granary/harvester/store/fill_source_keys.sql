-- Gives stored texts the keys by which their sources tell them; parameters: their hashes and, in parallel, the keys. What another harvest is
-- giving one to at this moment is left to it.
WITH lacking AS MATERIALIZED (
    SELECT p.id, f.source_key
      FROM unnest(?::bytea[], ?::bytea[]) AS f (hash, source_key)
      JOIN granary.part AS p ON p.hash = f.hash
     WHERE p.source_key IS NULL
       FOR NO KEY UPDATE OF p SKIP LOCKED
)
UPDATE granary.part AS p
   SET source_key = l.source_key
  FROM lacking AS l
 WHERE p.id = l.id

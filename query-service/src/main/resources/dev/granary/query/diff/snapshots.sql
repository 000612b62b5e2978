-- A kept snapshot of a database: the last one, or the last that was read by a time, or the one of a sequence. From thinned ones nothing is answered.
-- What is unread are the sections that were not read to their end, null where all were.
SELECT s.sequence, s.read_to, encode(s.tree_hash, 'hex') AS tree_hash, encode(s.structure_hash, 'hex') AS structure_hash, f.body AS format,
       (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(s.sections) AS e
         WHERE e.value ->> 'status' IS DISTINCT FROM 'complete') AS unread
  FROM granary.snapshot AS s
  JOIN granary.harvest_format AS f ON f.id = s.format_id
 WHERE s.database_id = :database
   AND s.thinned_at IS NULL
   AND (CAST(:sequence AS int) IS NULL OR s.sequence = :sequence)
   AND (CAST(:at AS timestamptz) IS NULL OR s.read_to <= CAST(:at AS timestamptz))
 ORDER BY s.sequence DESC
 LIMIT 1

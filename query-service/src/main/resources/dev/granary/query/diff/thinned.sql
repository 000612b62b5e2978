-- Which thinned snapshot was asked for by sequence or by time, and the kept one nearest to it; no row where there never was such a snapshot.
SELECT t.sequence, k.sequence AS kept, k.read_to AS kept_at
  FROM granary.snapshot AS t
  JOIN LATERAL (SELECT s.sequence, s.read_to
                  FROM granary.snapshot AS s
                 WHERE s.database_id = t.database_id
                   AND s.thinned_at IS NULL
                 ORDER BY abs(s.sequence - t.sequence), s.sequence
                 LIMIT 1) AS k ON true
 WHERE t.database_id = :database
   AND t.thinned_at IS NOT NULL
   AND (CAST(:sequence AS int) IS NULL OR t.sequence = :sequence)
   AND (CAST(:at AS timestamptz) IS NULL OR t.read_to <= CAST(:at AS timestamptz))
 ORDER BY t.sequence DESC
 LIMIT 1

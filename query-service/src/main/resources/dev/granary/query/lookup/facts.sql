-- One row per fact about a server: what it said at a time (null: says now), and how the last sweep fared with it. The value is null where
-- nothing was known then. Parameters: the server's name, the time.
SELECT r.fact, r.status, r.code, r.reason, f.seen_from, f.seen_to, f.body
  FROM granary.server AS s
  JOIN granary.server_fact_reading AS r ON r.server_id = s.id
  LEFT JOIN granary.server_fact AS f
    ON f.server_id = s.id AND f.fact = r.fact
   AND CASE WHEN CAST(:at AS timestamptz) IS NULL THEN f.seen_to IS NULL
            ELSE f.seen_from <= :at AND (f.seen_to IS NULL OR f.seen_to > :at) END
 WHERE s.name = :server
 ORDER BY r.fact

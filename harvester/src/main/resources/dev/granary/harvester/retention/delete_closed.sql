-- Deletes the closed placements of a database that no kept snapshot contains.
DELETE FROM granary.placement_closed AS c
 WHERE c.database_id = :database
   AND NOT EXISTS (SELECT 1
                     FROM granary.snapshot AS s
                    WHERE s.database_id = c.database_id
                      AND s.thinned_at IS NULL
                      AND s.sequence >= c.from_sequence
                      AND s.sequence < c.to_sequence)

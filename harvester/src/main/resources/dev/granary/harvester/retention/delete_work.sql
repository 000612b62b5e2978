-- Deletes at most :batch rows of what runs that ended before :before noted of each database, and what incremental runs that ended before :unchanged
-- noted of databases that their digests showed unchanged: those nobody leased, so they cost nothing that an answer adds up. The runs themselves stay.
DELETE FROM granary.work AS w
 USING (SELECT o.run_id, o.database_id
          FROM granary.run AS r
          JOIN granary.work AS o ON o.run_id = r.id
         WHERE r.ended_at < :before
            OR (r.ended_at < :unchanged AND r.mode = 'incremental' AND o.outcome = 'unchanged' AND o.attempts = 0)
         LIMIT :batch) AS old
 WHERE w.run_id = old.run_id
   AND w.database_id = old.database_id

-- Deletes what runs that ended before :before noted of each database, and of each server; the runs themselves stay.
WITH servers AS (
    DELETE FROM granary.run_server AS s USING granary.run AS r WHERE r.id = s.run_id AND r.ended_at < :before)
DELETE FROM granary.work AS w USING granary.run AS r WHERE r.id = w.run_id AND r.ended_at < :before

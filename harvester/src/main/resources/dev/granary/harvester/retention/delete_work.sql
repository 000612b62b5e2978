-- Deletes what runs that ended before :before noted of each database; the runs themselves stay.
DELETE FROM granary.work AS w USING granary.run AS r WHERE r.id = w.run_id AND r.ended_at < :before

-- Deletes what runs that ended before :before noted of each server.
DELETE FROM granary.run_server AS s USING granary.run AS r WHERE r.id = s.run_id AND r.ended_at < :before

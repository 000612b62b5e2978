-- One row: whether a running run has something queued of a server.
SELECT EXISTS (
       SELECT
         FROM granary.work AS w
         JOIN granary.run AS r ON r.id = w.run_id
        WHERE w.state = 'queued'
          AND w.server_id = :server
          AND r.status = 'running')

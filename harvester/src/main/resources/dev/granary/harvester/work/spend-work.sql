-- Adds what an attempt cost to its row, for the holder of its latest lease only; a server that :answered is at rest no more. Nobody
-- waits for the disk: what a crash of the store makes it forget belongs to a harvest that is lost with it.
WITH calm AS (
    DELETE FROM granary.server_breaker
     WHERE server_id = :answered)
UPDATE granary.work
   SET connections = connections + :connections, round_trips = round_trips + :roundTrips, rows = rows + :rows,
       bytes_in = bytes_in + :bytesIn, bytes_out = bytes_out + :bytesOut, source_millis = source_millis + :sourceMillis
  FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unhurried
 WHERE run_id = :run
   AND database_id = :database
   AND fence = :fence
   AND owner = :owner

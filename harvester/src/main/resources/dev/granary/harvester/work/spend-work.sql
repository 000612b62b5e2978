-- Adds what an attempt cost to its row, for the holder of its latest lease only; a server that :answered is at rest no more.
WITH calm AS (
    DELETE FROM granary.server_breaker
     WHERE server_id = :answered)
UPDATE granary.work
   SET connections = connections + :connections, round_trips = round_trips + :roundTrips, rows = rows + :rows,
       bytes_in = bytes_in + :bytesIn, bytes_out = bytes_out + :bytesOut, source_millis = source_millis + :sourceMillis
 WHERE run_id = :run
   AND database_id = :database
   AND fence = :fence

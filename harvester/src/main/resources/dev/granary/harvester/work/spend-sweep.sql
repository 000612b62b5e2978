-- Adds what asking a server for its databases cost to its run.
INSERT INTO granary.run_server AS r (run_id, server_id, connections, round_trips, rows, bytes_in, bytes_out, source_millis)
VALUES (:run, :server, :connections, :roundTrips, :rows, :bytesIn, :bytesOut, :sourceMillis)
ON CONFLICT (run_id, server_id) DO UPDATE
   SET connections = r.connections + :connections, round_trips = r.round_trips + :roundTrips, rows = r.rows + :rows,
       bytes_in = r.bytes_in + :bytesIn, bytes_out = r.bytes_out + :bytesOut, source_millis = r.source_millis + :sourceMillis

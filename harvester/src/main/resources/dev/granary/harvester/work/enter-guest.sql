-- Adds a guest, seated or waiting. One row: its id; ids grow in the order of coming, for whoever comes holds the server's lock.
INSERT INTO granary.guest (server_id, owner, seated, until)
VALUES (:server, :owner, :seated, now() + make_interval(secs => :leaseSeconds))
RETURNING id

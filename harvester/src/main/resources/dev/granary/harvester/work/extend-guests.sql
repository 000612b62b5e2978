-- Extends the seats of a process, those that have not expired: an expired one may be another's by now. The ids of those that it still has.
UPDATE granary.guest
   SET until = now() + make_interval(secs => :leaseSeconds)
 WHERE id = ANY (:seats)
   AND until > now()
RETURNING id

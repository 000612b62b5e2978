-- Seats a guest who waited, or lets him wait on. No row where he waited without a word for so long that others took him for gone.
UPDATE granary.guest
   SET seated = :seated, until = now() + make_interval(secs => :leaseSeconds)
 WHERE id = :waiting
RETURNING id

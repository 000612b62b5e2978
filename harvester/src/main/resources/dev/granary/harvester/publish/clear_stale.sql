-- A database that was published is current again.
UPDATE granary.database
   SET stale_reason = NULL, stale_since = NULL
 WHERE id = :database AND stale_reason IS NOT NULL

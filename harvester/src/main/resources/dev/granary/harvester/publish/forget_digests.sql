-- Nothing is known to compare with: the database is read in full next time.
DELETE FROM granary.digest
 WHERE database_id = :database

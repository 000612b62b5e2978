-- One row: whether the login sees every database of the server, so that one that is not listed does not exist. Needs no right.
SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DATABASE') AS view_any_database

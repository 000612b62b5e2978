-- One row: whether the login has VIEW DEFINITION in the current database; NULL where the engine cannot say.
-- Needs nothing. An object-level DENY hides an object though this says 1.
SELECT HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW DEFINITION') AS view_definition

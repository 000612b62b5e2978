-- One row: what the login may see in the current database; NULL where the engine cannot say or does not know the right.
-- Needs nothing. An object-level DENY hides an object though this says 1. Since SQL Server 2022 the sight of principals is a right of its own,
-- which VIEW DEFINITION implies; before, VIEW DEFINITION is that right.
SELECT HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW DEFINITION')                      AS view_definition,
       COALESCE(HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW SECURITY DEFINITION'),
                HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW DEFINITION'))             AS view_security_definition,
       HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW ANY SENSITIVITY CLASSIFICATION')  AS view_classification

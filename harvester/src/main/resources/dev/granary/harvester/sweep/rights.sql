-- One row: the rights of the login in the current database that a harvest makes use of, and who it is there. Aliases are the components of
-- RightsRow. 1 is has, 0 has not; NULL where this version of the engine knows no such right.
-- Needs nothing.
SELECT HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW DEFINITION')                         AS view_definition,
       HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW SECURITY DEFINITION')                AS view_security_definition,
       HAS_PERMS_BY_NAME(N'sys.sql_expression_dependencies', N'OBJECT', N'SELECT')      AS select_dependencies,
       HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'VIEW ANY SENSITIVITY CLASSIFICATION')     AS view_classification,
       USER_NAME()                                                                      AS user_name,
       SUSER_SNAME()                                                                    AS login_name

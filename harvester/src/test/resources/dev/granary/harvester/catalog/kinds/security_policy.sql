-- holds: security_policy | kinds.guard | securityPolicy | "table":"guarded_one","type":"filter"
CREATE TABLE kinds.guarded_one (owner_name sysname NOT NULL)
GO
CREATE FUNCTION kinds.may_see (@owner sysname) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @owner = USER_NAME())
GO
CREATE SECURITY POLICY kinds.guard ADD FILTER PREDICATE kinds.may_see(owner_name) ON kinds.guarded_one,
    ADD BLOCK PREDICATE kinds.may_see(owner_name) ON kinds.guarded_one AFTER INSERT WITH (STATE = ON)

-- One row per role that a principal is a direct member of, by the member's principal_id. Aliases are the components of RoleMemberRow.
-- Needs what principals.sql needs. That dbo is in db_owner is so in every database and left out.
SELECT m.member_principal_id AS principal_id,
       r.name                AS role_name
  FROM sys.database_role_members AS m
  LEFT JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
 WHERE NOT (m.member_principal_id = 1 AND m.role_principal_id = 16384)
 ORDER BY m.member_principal_id, m.role_principal_id

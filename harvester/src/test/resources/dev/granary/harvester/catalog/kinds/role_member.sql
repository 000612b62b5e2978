-- holds: database_user | kinds_member | memberships | {"roles":["kinds_joined"]}
CREATE ROLE kinds_joined
GO
CREATE USER kinds_member WITHOUT LOGIN
GO
ALTER ROLE kinds_joined ADD MEMBER kinds_member

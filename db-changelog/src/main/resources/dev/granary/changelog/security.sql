--liquibase formatted sql

--changeset granary:security-codes
ALTER TABLE granary.object_kind ADD COLUMN security boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN granary.object_kind.security IS 'A principal: a branch of the tree of its own, counted neither as an object nor towards the structure.';
INSERT INTO granary.object_kind (code, name, security) VALUES
    (30, 'database_user', true), (31, 'database_role', true), (32, 'application_role', true);
INSERT INTO granary.aspect (code, name, structural) VALUES
    (30, 'principal', false), (31, 'memberships', false), (32, 'permissions', false), (33, 'classification', false),
    (34, 'dependencies', false), (35, 'scopedConfiguration', false);
COMMENT ON COLUMN granary.part_reference.role IS
    '1 foreign key, 2 the table a trigger stands on, 3 an object that an expression depends on.';

-- Who may do what is told by views of its own, which are granted apart.
--changeset granary:security-principals
CREATE VIEW catalog.principals AS
SELECT o.object_id AS principal_id, o.database_id, o.server, o.database, o.kind, o.object AS principal,
       c.content ->> 'type' AS type, c.content ->> 'authentication' AS authentication,
       c.content ->> 'defaultSchema' AS default_schema, c.content ->> 'owner' AS owner, o.from_sequence
FROM granary.current_object o
JOIN granary.object_kind k ON k.name = o.kind AND k.security
LEFT JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'principal';
COMMENT ON VIEW catalog.principals IS 'A user or role of a database. Its login''s identifiers and secrets are never read.';

CREATE VIEW catalog.role_members AS
SELECT o.object_id AS principal_id, o.database_id, o.server, o.database, o.object AS principal, r.role
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'memberships'
CROSS JOIN LATERAL json_array_elements_text(c.content -> 'roles') AS r (role);
COMMENT ON VIEW catalog.role_members IS 'A direct member of a role of its database.';

CREATE VIEW catalog.permissions AS
SELECT o.object_id AS principal_id, o.database_id, o.server, o.database, o.kind, o.object AS principal,
       p.item ->> 'state' AS state, p.item ->> 'permission' AS permission, p.item ->> 'on' AS securable_class,
       p.item ->> 'schema' AS securable_schema, p.item ->> 'name' AS securable, p.item ->> 'column' AS securable_column
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'permissions'
CROSS JOIN LATERAL json_array_elements(c.content -> 'permissions') AS p (item);
COMMENT ON VIEW catalog.permissions IS 'A permission that a user or role was granted or denied.';

--changeset granary:security-classifications
CREATE VIEW catalog.classifications AS
SELECT o.object_id, o.database_id, o.server, o.database, o.schema, o.object, p.item ->> 'column' AS column_name,
       p.item ->> 'label' AS label, p.item ->> 'informationType' AS information_type, p.item ->> 'rank' AS rank
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'classification'
CROSS JOIN LATERAL json_array_elements(c.content -> 'columns') AS p (item);
COMMENT ON VIEW catalog.classifications IS 'What was declared about the sensitivity of a column.';

CREATE VIEW catalog.dependencies AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object,
       p.item ->> 'server' AS referenced_server, p.item ->> 'database' AS referenced_database,
       p.item ->> 'schema' AS referenced_schema, p.item ->> 'name' AS referenced_object,
       p.item ->> 'column' AS referenced_column, p.item ->> 'on' AS referenced_class,
       coalesce((p.item ->> 'schemaBound')::boolean, false) AS schema_bound,
       coalesce((p.item ->> 'callerDependent')::boolean, false) AS caller_dependent,
       coalesce((p.item ->> 'ambiguous')::boolean, false) AS ambiguous,
       coalesce((p.item ->> 'resolved')::boolean, false) AS resolved, p.item ->> 'reason' AS reason
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'dependencies'
CROSS JOIN LATERAL json_array_elements(c.content -> 'dependencies') AS p (item);
COMMENT ON VIEW catalog.dependencies IS 'A name that an object''s expressions refer to, in its own database or elsewhere.';
COMMENT ON COLUMN catalog.dependencies.reason IS 'Why a name was not resolved.';

--changeset granary:security-grants
GRANT SELECT ON catalog.classifications, catalog.dependencies TO granary_bi;

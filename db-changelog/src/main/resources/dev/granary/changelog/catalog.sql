--liquibase formatted sql

-- The views run with their owner's rights: a reader needs no right on the tables below them.
-- Names and other text of a source stay in stored-text form, as docs/store.md says.
--changeset granary:catalog-schema
CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'The current state of the estate, for SQL clients and BI tools.';

--changeset granary:catalog-estate
CREATE VIEW catalog.servers AS
SELECT s.id AS server_id, s.name AS server, s.environment, s.tags, s.enabled, s.version, s.engine_edition, s.status,
       s.reason, s.seen_at, s.registered_at
FROM granary.server s;
COMMENT ON VIEW catalog.servers IS 'A registered server.';

CREATE VIEW catalog.databases AS
SELECT d.id AS database_id, s.name AS server, d.name AS database, d.collation AS collation_name, d.state, d.compatibility,
       d.source_created_at,
       CASE WHEN l.sequence IS NULL THEN 'never' WHEN d.stale_since IS NOT NULL THEN 'stale' ELSE 'current' END AS status,
       d.stale_reason, d.stale_since, d.first_seen_at, l.sequence, l.mode, l.read_to, l.published_at, l.verified_at,
       l.objects, l.columns, encode(l.tree_hash, 'hex') AS tree_hash, encode(l.structure_hash, 'hex') AS structure_hash
FROM granary.database d
JOIN granary.server s ON s.id = d.server_id
LEFT JOIN LATERAL (
    SELECT * FROM granary.snapshot n WHERE n.database_id = d.id ORDER BY n.sequence DESC LIMIT 1
) l ON true
WHERE d.dropped_at IS NULL;
COMMENT ON VIEW catalog.databases IS 'A database that is not known to be dropped, with its latest snapshot.';

CREATE VIEW catalog.snapshots AS
SELECT n.id AS snapshot_id, n.database_id, s.name AS server, d.name AS database, n.sequence, n.run_id, n.mode,
       n.read_from, n.read_to, n.published_at, n.verified_at, n.objects, n.columns, n.sections,
       encode(n.tree_hash, 'hex') AS tree_hash, encode(n.structure_hash, 'hex') AS structure_hash
FROM granary.snapshot n
JOIN granary.database d ON d.id = n.database_id
JOIN granary.server s ON s.id = d.server_id;
COMMENT ON VIEW catalog.snapshots IS 'A published state of a database, the latest and every earlier one.';

-- Canonical JSON may say \u0000 or half a surrogate pair, which SQL Server allows and PostgreSQL's JSON functions refuse:
-- both become stored-text form first, and so does the mark of that form itself. The look-behind skips escaped backslashes.
--changeset granary:catalog-content
CREATE VIEW granary.part_content AS
SELECT p.id AS part_id, p.aspect,
       CASE WHEN strpos(p.body, '\u') = 0 AND strpos(p.body, U&'\FDD0') = 0 THEN p.body
            ELSE regexp_replace(replace(p.body, U&'\FDD0', U&'\FDD0fdd0'),
                                '(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})', '\1' || U&'\FDD0' || '\2', 'g')
       END::json AS content
FROM granary.part p;
COMMENT ON VIEW granary.part_content IS 'A part''s body as JSON that SQL can read; strings in stored-text form.';

CREATE VIEW granary.definition_content AS
SELECT dp.definition_id, a.name AS aspect, dp.part_id, c.content
FROM granary.definition_part dp
JOIN granary.aspect a ON a.code = dp.aspect
LEFT JOIN granary.part_content c ON c.part_id = dp.part_id;
COMMENT ON VIEW granary.definition_content IS 'A part of a definition with its content; content is null where it is unknown.';

CREATE VIEW granary.current_object AS
SELECT p.object_id, p.database_id, s.name AS server, d.name AS database, d.collation AS database_collation,
       k.name AS kind, p.schema_name_id, sn.name AS schema, p.name_id, n.name AS object, p.definition_id,
       p.from_sequence, p.source_modified_at, p.system_names
FROM granary.placement_current p
JOIN granary.database d ON d.id = p.database_id AND d.dropped_at IS NULL
JOIN granary.server s ON s.id = d.server_id
JOIN granary.name n ON n.id = p.name_id
LEFT JOIN granary.name sn ON sn.id = p.schema_name_id
JOIN granary.object_kind k ON k.code = p.kind;
COMMENT ON VIEW granary.current_object IS 'A current placement with its names, schemas and databases included.';

--changeset granary:catalog-objects
CREATE VIEW catalog.schemas AS
SELECT o.object_id AS schema_id, o.database_id, o.server, o.database, o.object AS schema, c.content ->> 'owner' AS owner,
       o.from_sequence
FROM granary.current_object o
LEFT JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'schema'
WHERE o.kind = 'schema';
COMMENT ON VIEW catalog.schemas IS 'A schema of a database.';

CREATE VIEW catalog.objects AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object, p.description,
       encode(f.hash, 'hex') AS definition_hash, encode(f.structure_hash, 'hex') AS structure_hash, o.from_sequence,
       i.source_id, i.source_created_at, o.source_modified_at
FROM granary.current_object o
JOIN granary.object i ON i.id = o.object_id
JOIN granary.definition f ON f.id = o.definition_id
LEFT JOIN LATERAL (
    SELECT e ->> 'value' AS description
    FROM granary.definition_content c, json_array_elements(c.content -> 'properties') e
    WHERE c.definition_id = o.definition_id AND c.aspect = 'descriptions'
      AND e ->> 'name' = 'MS_Description' AND e ->> 'level' IS NULL
    LIMIT 1
) p ON true
WHERE o.schema_name_id IS NOT NULL;
COMMENT ON VIEW catalog.objects IS 'An object of a database: table, view, procedure and so on.';
COMMENT ON COLUMN catalog.objects.from_sequence IS 'First snapshot of the database that contains the object as it is.';

CREATE VIEW catalog.columns AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object, c.ordinal, n.name AS column_name,
       c.type, c.nullable, c.is_identity, c.computed_expression IS NOT NULL AS is_computed,
       c.default_expression IS NOT NULL AS has_default, c.collation AS own_collation, o.database_collation
FROM granary.current_object o
JOIN granary.definition_part dp ON dp.definition_id = o.definition_id
JOIN granary.aspect a ON a.code = dp.aspect AND a.name = 'columns'
JOIN granary.part_column c ON c.part_id = dp.part_id
JOIN granary.name n ON n.id = c.name_id;
COMMENT ON VIEW catalog.columns IS 'A column of a table, view, function or table type.';
COMMENT ON COLUMN catalog.columns.own_collation IS 'Only where it differs from the database''s.';

CREATE VIEW catalog.foreign_keys AS
SELECT o.object_id, o.database_id, o.server, o.database, o.schema, o.object, r.ordinal,
       coalesce(k.key ->> 'name', o.system_names::json ->> ('foreignKeys/' || r.ordinal)) AS foreign_key,
       k.key ->> 'name' IS NULL AS system_named,
       ARRAY(SELECT json_array_elements_text(k.key -> 'columns')) AS columns,
       rs.name AS referenced_schema, ro.name AS referenced_object, t.object_id AS referenced_object_id,
       ARRAY(SELECT json_array_elements_text(k.key -> 'referencedColumns')) AS referenced_columns,
       coalesce(k.key ->> 'onDelete', 'no_action') AS on_delete, coalesce(k.key ->> 'onUpdate', 'no_action') AS on_update,
       coalesce((k.key ->> 'disabled')::boolean, false) AS disabled,
       NOT coalesce((k.key ->> 'notTrusted')::boolean, false) AS trusted
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'foreignKeys'
JOIN granary.part_reference r ON r.part_id = c.part_id AND r.role = 1
CROSS JOIN LATERAL (SELECT c.content -> 'foreignKeys' -> r.ordinal::int AS key) k
JOIN granary.name rs ON rs.id = r.schema_name_id
JOIN granary.name ro ON ro.id = r.object_name_id
JOIN granary.object_kind tk ON tk.name = 'table'
LEFT JOIN granary.placement_current t
    ON t.database_id = o.database_id AND t.schema_name_id = r.schema_name_id AND t.name_id = r.object_name_id
    AND t.kind = tk.code;
COMMENT ON VIEW catalog.foreign_keys IS 'A foreign key: the table that has it and the table it refers to.';

-- Free text may name what a reader is not to see, so it stands apart and is granted apart.
--changeset granary:catalog-texts
CREATE VIEW catalog.module_texts AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object,
       CASE WHEN c.part_id IS NULL THEN 'denied'
            WHEN (c.content ->> 'encrypted')::boolean THEN 'encrypted'
            ELSE 'present' END AS text_status,
       c.content ->> 'text' AS text
FROM granary.current_object o
JOIN granary.definition_content c ON c.definition_id = o.definition_id AND c.aspect = 'text';
COMMENT ON VIEW catalog.module_texts IS 'The source text of a view, procedure, function or trigger, in stored-text form.';
COMMENT ON COLUMN catalog.module_texts.text_status IS 'present, encrypted, or denied where the login could not read it.';

CREATE VIEW catalog.column_expressions AS
SELECT o.object_id, o.database_id, o.server, o.database, o.schema, o.object, c.ordinal, n.name AS column_name,
       c.default_expression, c.computed_expression
FROM granary.current_object o
JOIN granary.definition_part dp ON dp.definition_id = o.definition_id
JOIN granary.aspect a ON a.code = dp.aspect AND a.name = 'columns'
JOIN granary.part_column c ON c.part_id = dp.part_id
JOIN granary.name n ON n.id = c.name_id
WHERE c.default_expression IS NOT NULL OR c.computed_expression IS NOT NULL;
COMMENT ON VIEW catalog.column_expressions IS 'A column''s default or computation.';

--changeset granary:catalog-changes
CREATE VIEW catalog.changes AS
SELECT c.xid, c.ordinal, c.database_id, s.name AS server, d.name AS database, c.sequence, m.published_at, c.object_id,
       c.event, c.breaking, c.cause, c.detail
FROM granary.change c
JOIN granary.database d ON d.id = c.database_id
JOIN granary.server s ON s.id = d.server_id
LEFT JOIN granary.snapshot m ON m.database_id = c.database_id AND m.sequence = c.sequence;
COMMENT ON VIEW catalog.changes IS 'An event between two snapshots of a database.';

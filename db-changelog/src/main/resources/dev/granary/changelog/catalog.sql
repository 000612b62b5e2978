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

--changeset granary:catalog-objects
CREATE VIEW catalog.schemas AS
SELECT p.object_id AS schema_id, p.database_id, s.name AS server, d.name AS database, n.name AS schema,
       encode(f.hash, 'hex') AS definition_hash, p.from_sequence
FROM granary.placement_current p
JOIN granary.database d ON d.id = p.database_id AND d.dropped_at IS NULL
JOIN granary.server s ON s.id = d.server_id
JOIN granary.name n ON n.id = p.name_id
JOIN granary.definition f ON f.id = p.definition_id
JOIN granary.object_kind k ON k.code = p.kind
WHERE k.name = 'schema';
COMMENT ON VIEW catalog.schemas IS 'A schema of a database.';

CREATE VIEW catalog.objects AS
SELECT p.object_id, p.database_id, s.name AS server, d.name AS database, k.name AS kind, sn.name AS schema,
       n.name AS object, encode(f.hash, 'hex') AS definition_hash, encode(f.structure_hash, 'hex') AS structure_hash,
       p.from_sequence, o.source_id, o.source_created_at, p.source_modified_at
FROM granary.placement_current p
JOIN granary.object o ON o.id = p.object_id
JOIN granary.database d ON d.id = p.database_id AND d.dropped_at IS NULL
JOIN granary.server s ON s.id = d.server_id
JOIN granary.name n ON n.id = p.name_id
JOIN granary.name sn ON sn.id = p.schema_name_id
JOIN granary.definition f ON f.id = p.definition_id
JOIN granary.object_kind k ON k.code = p.kind;
COMMENT ON VIEW catalog.objects IS 'An object of a database: table, view, procedure and so on.';

CREATE VIEW catalog.columns AS
SELECT p.object_id, p.database_id, s.name AS server, d.name AS database, k.name AS kind, sn.name AS schema,
       n.name AS object, c.ordinal, cn.name AS column_name, c.type, c.nullable, c.default_expression, c.computed_expression,
       c.is_identity, coalesce(c.collation, CASE WHEN c.type ~ '^n?(var)?char\(|^n?text$' THEN d.collation END) AS collation_name
FROM granary.placement_current p
JOIN granary.database d ON d.id = p.database_id AND d.dropped_at IS NULL
JOIN granary.server s ON s.id = d.server_id
JOIN granary.name n ON n.id = p.name_id
JOIN granary.name sn ON sn.id = p.schema_name_id
JOIN granary.object_kind k ON k.code = p.kind
JOIN granary.aspect a ON a.name = 'columns'
JOIN granary.definition_part dp ON dp.definition_id = p.definition_id AND dp.aspect = a.code
JOIN granary.part_column c ON c.part_id = dp.part_id
JOIN granary.name cn ON cn.id = c.name_id;
COMMENT ON VIEW catalog.columns IS 'A column of a table, view, function or table type.';

CREATE VIEW catalog.foreign_keys AS
SELECT p.object_id, p.database_id, s.name AS server, d.name AS database, sn.name AS schema, n.name AS object, r.ordinal,
       rs.name AS referenced_schema, ro.name AS referenced_object, t.object_id AS referenced_object_id
FROM granary.placement_current p
JOIN granary.database d ON d.id = p.database_id AND d.dropped_at IS NULL
JOIN granary.server s ON s.id = d.server_id
JOIN granary.name n ON n.id = p.name_id
JOIN granary.name sn ON sn.id = p.schema_name_id
JOIN granary.aspect a ON a.name = 'foreign_keys'
JOIN granary.definition_part dp ON dp.definition_id = p.definition_id AND dp.aspect = a.code
JOIN granary.part_reference r ON r.part_id = dp.part_id AND r.role = 1
JOIN granary.name rs ON rs.id = r.schema_name_id
JOIN granary.name ro ON ro.id = r.object_name_id
JOIN granary.object_kind tk ON tk.name = 'table'
LEFT JOIN granary.placement_current t
    ON t.database_id = p.database_id AND t.schema_name_id = r.schema_name_id AND t.name_id = r.object_name_id
    AND t.kind = tk.code;
COMMENT ON VIEW catalog.foreign_keys IS 'A foreign key: the table that has it and the table it refers to.';

--changeset granary:catalog-changes
CREATE VIEW catalog.changes AS
SELECT c.xid, c.ordinal, c.database_id, s.name AS server, d.name AS database, c.sequence, m.published_at, c.object_id,
       c.event, c.breaking, c.cause, c.detail
FROM granary.change c
JOIN granary.database d ON d.id = c.database_id
JOIN granary.server s ON s.id = d.server_id
LEFT JOIN granary.snapshot m ON m.database_id = c.database_id AND m.sequence = c.sequence;
COMMENT ON VIEW catalog.changes IS 'An event between two snapshots of a database.';

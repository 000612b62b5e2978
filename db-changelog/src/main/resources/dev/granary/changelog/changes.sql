--liquibase formatted sql

-- What a harvester could tell differs from version to version. The first row is what that of the first store could: snapshots that exist by now
-- were read under it.
--changeset granary:changes-format
CREATE TABLE granary.harvest_format (
    id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body text NOT NULL UNIQUE
);
COMMENT ON TABLE granary.harvest_format IS 'What a harvester could tell: kinds, their aspects, the format of each.';
COMMENT ON COLUMN granary.harvest_format.body IS 'Canonical JSON: {"table":{"columns":2}}.';
INSERT INTO granary.harvest_format (body) VALUES (
    '{' ||
    '"aggregate":{"descriptions":1,"parameters":1},' ||
    '"alias_type":{"aliasType":1,"descriptions":1},' ||
    '"clr_procedure":{"descriptions":1,"parameters":1},' ||
    '"clr_scalar_function":{"descriptions":1,"parameters":1},' ||
    '"clr_table_function":{"columns":1,"descriptions":1,"parameters":1},' ||
    '"clr_trigger":{"descriptions":1,"trigger":1},' ||
    '"clr_type":{"descriptions":1},' ||
    '"database":{"database":1,"descriptions":1},' ||
    '"inline_function":{"columns":1,"descriptions":1,"parameters":1,"text":1},' ||
    '"procedure":{"descriptions":1,"parameters":1,"text":1},' ||
    '"scalar_function":{"descriptions":1,"parameters":1,"text":1},' ||
    '"schema":{"descriptions":1,"schema":1},' ||
    '"sequence":{"descriptions":1,"sequence":1},' ||
    '"synonym":{"descriptions":1,"synonym":1},' ||
    '"table":{"checks":1,"columns":1,"descriptions":1,"foreignKeys":1,"indexes":1,"keys":1,"table":1},' ||
    '"table_function":{"checks":1,"columns":1,"descriptions":1,"indexes":1,"keys":1,"parameters":1,"text":1},' ||
    '"table_type":{"checks":1,"columns":1,"descriptions":1,"indexes":1,"keys":1},' ||
    '"trigger":{"descriptions":1,"text":1,"trigger":1},' ||
    '"view":{"columns":1,"descriptions":1,"indexes":1,"text":1}' ||
    '}');
ALTER TABLE granary.snapshot ADD COLUMN format_id int NOT NULL DEFAULT 1 REFERENCES granary.harvest_format;
COMMENT ON COLUMN granary.snapshot.format_id IS 'What the harvester could tell: that another one tells more is no change.';
GRANT SELECT, INSERT ON granary.harvest_format TO granary_harvester;
GRANT USAGE ON SEQUENCE granary.harvest_format_id_seq TO granary_harvester;
GRANT SELECT ON granary.harvest_format TO granary_query;

-- Null, which nearly every row has, costs no byte.
--changeset granary:changes-placement-cause
ALTER TABLE granary.placement_current ADD COLUMN cause smallint NULL CHECK (cause IN (1, 2));
ALTER TABLE granary.placement_closed ADD COLUMN cause smallint NULL CHECK (cause IN (1, 2));
COMMENT ON COLUMN granary.placement_current.cause IS 'Why it was opened where nothing changed at the source: 1 reformat, the harvester tells more; 2 sight, the login sees more.';
COMMENT ON COLUMN granary.placement_closed.cause IS 'As of placement_current.';

-- Few distinct values: the index stores them once each, and costs a placement little.
--changeset granary:changes-placement-since
CREATE INDEX placement_current_since_idx ON granary.placement_current (database_id, from_sequence);

-- Most objects stand as the first snapshot found them, and nobody asks for those by this index: left out, they cost nothing.
--changeset granary:changes-placement-later
DROP INDEX granary.placement_current_since_idx;
CREATE INDEX placement_current_since_idx ON granary.placement_current (database_id, from_sequence) WHERE from_sequence > 1;

--changeset granary:changes-events
COMMENT ON COLUMN granary.change.event IS 'database-added, database-renamed, database-removed, added, removed, altered, renamed, moved, re-created.';
COMMENT ON COLUMN granary.change.detail IS 'The names after and before (schema, name, oldSchema, oldName), aspects and changes; of a database''s end or new name also at.';

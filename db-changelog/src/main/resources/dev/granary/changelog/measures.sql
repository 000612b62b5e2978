--liquibase formatted sql

--changeset granary:measures-series
CREATE TABLE granary.measure (
    measured_at    timestamptz NOT NULL,
    rows           bigint NOT NULL CHECK (rows >= 0),
    reserved_bytes bigint NULL CHECK (reserved_bytes >= 0),
    used_bytes     bigint NULL CHECK (used_bytes >= 0),
    object_id      int NOT NULL,
    index_id       int NOT NULL CHECK (index_id >= -1),
    PRIMARY KEY (object_id, index_id, measured_at)
) PARTITION BY RANGE (measured_at);
COMMENT ON TABLE granary.measure IS 'How large a table, an indexed view or one of their indexes became; a row only where that changed. Partitioned by month (UTC).';
COMMENT ON COLUMN granary.measure.index_id IS 'sys.indexes.index_id; 0 is the heap, -1 the object as a whole.';
COMMENT ON COLUMN granary.measure.reserved_bytes IS 'Null where the login or the engine tells rows only.';

CREATE TABLE granary.measure_current (
    changed_at     timestamptz NOT NULL,
    rows           bigint NOT NULL CHECK (rows >= 0),
    reserved_bytes bigint NULL CHECK (reserved_bytes >= 0),
    used_bytes     bigint NULL CHECK (used_bytes >= 0),
    database_id    int NOT NULL,
    object_id      int NOT NULL,
    index_id       int NOT NULL CHECK (index_id >= -1),
    index_name     text NULL,
    PRIMARY KEY (database_id, object_id, index_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE granary.measure_current IS 'The latest size of each table and index, so that months of granary.measure can go without it.';
COMMENT ON COLUMN granary.measure_current.changed_at IS 'The measurement that first found it so.';
COMMENT ON COLUMN granary.measure_current.index_name IS 'The index''s name as last measured, in stored-text form; null for the heap and for the object as a whole.';

CREATE TABLE granary.measurement (
    database_id int PRIMARY KEY REFERENCES granary.database,
    indexes     int NULL,
    measured_at timestamptz NOT NULL,
    status      text NOT NULL CHECK (status IN ('complete', 'rows_only', 'denied', 'unsupported', 'failed', 'skipped')),
    code        text NULL,
    reason      text NULL,
    CHECK ((status = 'complete') = (reason IS NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE granary.measurement IS 'How the last measuring of a database fared.';
COMMENT ON COLUMN granary.measurement.indexes IS 'How many tables, views and indexes were measured; null where none could be.';

-- Partitions are made by the job that needs them, through this function alone: it takes nothing from its caller, so that the harvester needs no
-- right to create, alter or drop anything. What is there already is only looked at, so that no reader is locked out.
--changeset granary:measures-partitions splitStatements:false
CREATE FUNCTION granary.prepare_measures() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    month timestamp;
    partition text;
BEGIN
    FOR month IN SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + n * interval '1 month' FROM generate_series(0, 1) AS n LOOP
        partition := 'measure_' || to_char(month, 'YYYY_MM');
        IF to_regclass('granary.' || partition) IS NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext('granary.prepare_measures'));
            EXECUTE format('CREATE TABLE IF NOT EXISTS granary.%I PARTITION OF granary.measure FOR VALUES FROM (%L) TO (%L)', partition,
                           month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION granary.prepare_measures() IS 'Makes the partitions of this month and the next, where they are missing.';

--changeset granary:measures-views
CREATE VIEW catalog.measures AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object, m.index_id, m.index_name, m.rows,
       m.reserved_bytes, m.used_bytes, m.changed_at, t.measured_at, t.status
FROM granary.measure_current m
JOIN granary.current_object o ON o.object_id = m.object_id AND o.database_id = m.database_id
JOIN granary.measurement t ON t.database_id = o.database_id;
COMMENT ON VIEW catalog.measures IS 'The latest size of a table or indexed view (index_id -1) and of each of their indexes.';

CREATE VIEW catalog.measures_history AS
SELECT o.object_id, o.database_id, o.server, o.database, o.kind, o.schema, o.object, m.index_id, m.measured_at, m.rows,
       m.reserved_bytes, m.used_bytes
FROM granary.measure m
JOIN granary.current_object o ON o.object_id = m.object_id;
COMMENT ON VIEW catalog.measures_history IS 'What the size of a table or index became, a row only where it changed. Under the object''s present name.';

--changeset granary:measures-grants
GRANT EXECUTE ON FUNCTION granary.prepare_measures() TO granary_harvester;
GRANT SELECT, INSERT ON granary.measure TO granary_harvester;
GRANT SELECT, INSERT, UPDATE, DELETE ON granary.measure_current TO granary_harvester;
GRANT SELECT, INSERT, UPDATE ON granary.measurement TO granary_harvester;
GRANT SELECT ON granary.measure, granary.measure_current, granary.measurement TO granary_query;
GRANT SELECT ON catalog.measures, catalog.measures_history TO granary_bi;

--liquibase formatted sql

--changeset granary:retention-thinning
ALTER TABLE granary.snapshot ADD COLUMN thinned_at timestamptz NULL;
COMMENT ON COLUMN granary.snapshot.thinned_at IS 'When retention let the state go: what was placed in thinned snapshots alone is deleted, and no question is answered from them.';

-- Who was unreferenced when. What is referenced again loses its mark; what keeps it for the grace period is deleted.
--changeset granary:retention-garbage
CREATE TABLE granary.unreferenced_definition (
    definition_id int PRIMARY KEY,
    since         timestamptz NOT NULL
);
COMMENT ON TABLE granary.unreferenced_definition IS 'Definitions that no placement had at the last look.';
CREATE TABLE granary.unreferenced_part (
    part_id bigint PRIMARY KEY,
    since   timestamptz NOT NULL
);
COMMENT ON TABLE granary.unreferenced_part IS 'Parts that no definition had at the last look.';
CREATE TABLE granary.unreferenced_node (
    hash  bytea PRIMARY KEY,
    since timestamptz NOT NULL
);
COMMENT ON TABLE granary.unreferenced_node IS 'Tree nodes under no kept snapshot at the last look.';
GRANT SELECT, INSERT, DELETE ON granary.unreferenced_definition, granary.unreferenced_part, granary.unreferenced_node TO granary_harvester;

-- Deleting a definition asks whether anything still has it: with the definition first, the index answers that for all databases at once.
--changeset granary:retention-placement-index
DROP INDEX granary.placement_current_definition_idx;
CREATE INDEX placement_current_definition_idx ON granary.placement_current (definition_id, database_id);

-- Old measures go by whole partitions, through this function alone, which lets no one take away the last two months.
--changeset granary:retention-measures splitStatements:false
CREATE FUNCTION granary.retire_measures(before timestamptz) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    partition text;
BEGIN
    IF before > date_trunc('month', now()) - interval '1 month' THEN
        RAISE EXCEPTION 'The measures of this month and the last are never retired';
    END IF;
    FOR partition IN SELECT c.relname
                       FROM pg_inherits AS i
                       JOIN pg_class AS c ON c.oid = i.inhrelid
                      WHERE i.inhparent = 'granary.measure'::regclass
                        AND c.relname ~ '^measure_[0-9]{4}_[0-9]{2}$'
                        AND (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' <= before
                      ORDER BY c.relname LOOP
        EXECUTE format('DROP TABLE granary.%I', partition);
        RETURN NEXT partition;
    END LOOP;
END
$$;
COMMENT ON FUNCTION granary.retire_measures(timestamptz) IS 'Drops the months of measures that ended before that time and returns their partitions.';
GRANT EXECUTE ON FUNCTION granary.retire_measures(timestamptz) TO granary_harvester;

-- Snapshots are listed for good, also those of which the state is gone: say so.
--changeset granary:retention-view
CREATE OR REPLACE VIEW catalog.snapshots AS
SELECT n.id AS snapshot_id, n.database_id, s.name AS server, d.name AS database, n.sequence, n.run_id, n.mode,
       n.read_from, n.read_to, n.published_at, n.verified_at, n.objects, n.columns, n.sections,
       encode(n.tree_hash, 'hex') AS tree_hash, encode(n.structure_hash, 'hex') AS structure_hash, n.thinned_at
FROM granary.snapshot n
JOIN granary.database d ON d.id = n.database_id
JOIN granary.server s ON s.id = d.server_id;
COMMENT ON VIEW catalog.snapshots IS 'A published state of a database, the latest and every earlier one; of one with thinned_at the state is not kept.';

--liquibase formatted sql

-- lz4 where the server was built with it; the embedded one was not, and pglz reads the same.
--changeset granary:compression-lz4 splitStatements:false
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        ALTER TABLE granary.part ALTER COLUMN body SET COMPRESSION lz4;
        ALTER TABLE granary.tree_node ALTER COLUMN body SET COMPRESSION lz4;
        ALTER TABLE granary.placement_current ALTER COLUMN system_names SET COMPRESSION lz4;
        ALTER TABLE granary.placement_closed ALTER COLUMN system_names SET COMPRESSION lz4;
    END IF;
END
$$;

package dev.granary.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/**
 * Databases of a size, written as a publisher writes them: one with two snapshots between which ten tables changed, one that still is as the first
 * snapshot was. All have one schema, which is where a tree is widest.
 */
final class DiffStore {

    private static final String HARVESTER = "dev/granary/harvester/";
    private final Connection owner;

    DiffStore(Connection owner) {
        this.owner = owner;
    }

    /** Returns the ids of the two databases, the changed one first. */
    int[] fill(int tables) throws SQLException, IOException {
        execute("""
                INSERT INTO granary.server (name, settings) VALUES ('diff', '{}') ON CONFLICT DO NOTHING;
                INSERT INTO granary.name (name, fold) SELECT n, n FROM (SELECT 'dbo' UNION ALL SELECT 'table_' || g
                    FROM generate_series(1, %1$d) g) x (n) ON CONFLICT DO NOTHING;
                INSERT INTO granary.part (aspect, format, hash, body)
                    SELECT 2, 1, sha256(convert_to(b, 'UTF8')), b FROM (SELECT '{"columns":[{"name":"id","type":"' || t || '"},{"name":"c' || g
                        || '","nullable":true,"type":"nvarchar(50)"}]}' FROM generate_series(1, 500) g, unnest(ARRAY['int', 'bigint']) t) x (b)
                    ON CONFLICT DO NOTHING;
                INSERT INTO granary.definition (kind, format, hash, structure_hash)
                    SELECT 1, 1, sha256(hash), sha256(hash) FROM granary.part WHERE aspect = 2 ON CONFLICT DO NOTHING;
                INSERT INTO granary.definition_part (definition_id, aspect, part_id)
                    SELECT d.id, 2, p.id FROM granary.part p JOIN granary.definition d ON d.hash = sha256(p.hash) ON CONFLICT DO NOTHING;
                """.formatted(tables));
        int changed = database("changed_" + tables, tables);
        int kept = database("kept_" + tables, tables);
        snapshot(changed, 1, tables);
        snapshot(kept, 1, tables);
        execute("""
                INSERT INTO granary.placement_closed (object_id, database_id, schema_name_id, name_id, definition_id, from_sequence, to_sequence, kind)
                    SELECT object_id, database_id, schema_name_id, name_id, definition_id, 1, 2, kind FROM granary.placement_current
                    WHERE database_id = %1$d ORDER BY name_id LIMIT 10;
                UPDATE granary.placement_current c SET from_sequence = 2, definition_id = other.id
                    FROM granary.placement_closed p, granary.definition_part dp, granary.part was, granary.part now, granary.definition other
                    WHERE p.object_id = c.object_id AND dp.definition_id = p.definition_id AND was.id = dp.part_id
                      AND now.body = replace(was.body, '"int"', '"bigint"') AND other.hash = sha256(now.hash) AND c.database_id = %1$d;
                """.formatted(changed));
        snapshot(changed, 2, tables);
        execute("ANALYZE");
        return new int[] {changed, kept};
    }

    private int database(String name, int tables) throws SQLException {
        int database = number(
                "INSERT INTO granary.database (server_id, name) SELECT id, '%s' FROM granary.server WHERE name = 'diff' RETURNING id"
                        .formatted(name));
        execute("""
                WITH made AS (
                    INSERT INTO granary.object (database_id, kind) SELECT %1$d, 1 FROM generate_series(1, %2$d) RETURNING id
                ), numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM made
                ), defined AS (SELECT dp.definition_id, row_number() OVER (ORDER BY p.body) AS n FROM granary.part p
                    JOIN granary.definition_part dp ON dp.part_id = p.id WHERE p.body LIKE '%%"int"%%')
                INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind, definition_id, from_sequence)
                    SELECT m.id, %1$d, s.id, t.id, 1, d.definition_id, 1 FROM numbered m JOIN granary.name t ON t.name = 'table_' || m.n
                      JOIN granary.name s ON s.name = 'dbo' JOIN defined d ON d.n = m.n %% 500 + 1;
                """.formatted(database, tables));
        return database;
    }

    /** By the publisher's own statement for the tree. */
    private void snapshot(int database, int sequence, int tables) throws SQLException, IOException {
        execute(resource("store/staging.sql"));
        execute("""
                INSERT INTO incoming (space, source_id, kind, schema_name_id, name_id, hash, structure_hash)
                    SELECT 1, c.object_id, c.kind, c.schema_name_id, c.name_id, d.hash, d.structure_hash FROM granary.placement_current c
                      JOIN granary.definition d ON d.id = c.definition_id WHERE c.database_id = %d
                """.formatted(database));
        int run = number(
                "INSERT INTO granary.run (kind, mode, status, process, ended_at) VALUES ('harvest', 'full', 'done', 'bench', now()) RETURNING id");
        try (var statement = owner.createStatement();
                var root = statement.executeQuery(resource("publish/tree.sql"));
                var add = owner.prepareStatement("""
                        INSERT INTO granary.snapshot (database_id, run_id, read_from, read_to, verified_at, sequence, objects, columns, mode, sections,
                               visibility, tree_hash, structure_hash) VALUES (?, ?, now(), now(), now(), ?, ?, ?, 'full', '{}', '{}', ?, ?)""")) {
            root.next();
            add.setInt(1, database);
            add.setInt(2, run);
            add.setInt(3, sequence);
            add.setInt(4, tables);
            add.setInt(5, 2 * tables);
            add.setBytes(6, root.getBytes("hash"));
            add.setBytes(7, root.getBytes("structure_hash"));
            add.executeUpdate();
        }
    }

    private static String resource(String path) throws IOException {
        return new ClassPathResource(HARVESTER + path).getContentAsString(StandardCharsets.UTF_8);
    }

    private int number(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

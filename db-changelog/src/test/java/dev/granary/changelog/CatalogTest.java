package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.content.StoredText;
import dev.granary.model.Aspect;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import dev.granary.model.ModuleText;
import dev.granary.model.PartContent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The BI views over parts as the model writes them. */
class CatalogTest {

    private static final String AWKWARD_TEXT = "a\\u0000b \0\0 \\\0 \ud800 \udc00 \ud83d\ude00 \ufdd0 \t\"";

    private static Store store;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        store = Store.migrated();
        try (Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO granary.server (name, settings) VALUES ('erp', '{}');
                    INSERT INTO granary.database (server_id, name, "collation") VALUES (1, 'sales', 'Latin1_General_CI_AS');
                    INSERT INTO granary.database (server_id, name, dropped_at) VALUES (1, 'gone', now());
                    INSERT INTO granary.run (kind, process) VALUES ('harvest', 'test');
                    INSERT INTO granary.snapshot (database_id, run_id, sequence, mode, read_from, read_to, verified_at,
                        objects, columns, sections, visibility, tree_hash, structure_hash)
                    SELECT 1, 1, 1, 'full', now(), now(), now(), 3, 1, '{}', '{}', sha256(''), sha256('');
                    INSERT INTO granary.name (name, fold)
                    SELECT n, n FROM unnest(ARRAY['dbo', 'orders', 'customers', 'total', 'id']) WITH ORDINALITY AS t (n, i)
                    ORDER BY i;
                    INSERT INTO granary.change (ordinal, database_id, sequence, event, cause)
                    VALUES (1, 1, 1, 'database-added', 'source');
                    """);
            object(owner, 1, 2, "{\"foreignKeys/0\":\"FK__orders__7A\"}");
            object(owner, 1, 3, null);
            object(owner, 3, 4, null);
            object(owner, 3, 5, null);
            part(
                    owner,
                    1,
                    new ForeignKeys(List.of(new ForeignKey(
                            null,
                            List.of("customer", "region"),
                            "dbo",
                            "customers",
                            List.of("id", "region"),
                            "cascade",
                            null,
                            false,
                            true,
                            false))));
            part(
                    owner,
                    1,
                    new Descriptions(List.of(
                            new Description("column", "id", "MS_Description", "a column"),
                            new Description(null, null, "MS_Description", "Orders \0"))));
            part(owner, 3, new ModuleText(AWKWARD_TEXT, false, false, false, false, false, null, false));
            statement.execute("""
                    INSERT INTO granary.definition_part (definition_id, aspect, part_id) VALUES (4, 7, NULL);
                    INSERT INTO granary.part_reference (part_id, role, ordinal, schema_name_id, object_name_id)
                    VALUES (1, 1, 0, 1, 3);
                    INSERT INTO granary.part (hash, aspect, format, body) VALUES (sha256('x'), 2, 1, '{}');
                    INSERT INTO granary.definition_part (definition_id, aspect, part_id) SELECT 1, 2, max(id) FROM granary.part;
                    INSERT INTO granary.part_column (part_id, name_id, ordinal, nullable, is_identity, type, default_expression)
                    SELECT max(id), 5, 1, false, true, 'int', '((1))' FROM granary.part
                    """);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void showsDatabasesThatAreNotDroppedWithTheirLatestSnapshot() throws SQLException {
        assertThat(rows("SELECT server, database, collation_name, status, sequence, objects FROM catalog.databases"))
                .containsExactly("erp|sales|Latin1_General_CI_AS|current|1|3");
        assertThat(rows("SELECT server, status, enabled FROM catalog.servers")).containsExactly("erp|never|t");
        assertThat(rows("SELECT database, sequence, mode, thinned_at FROM catalog.snapshots"))
                .containsExactly("sales|1|full|null");
        assertThat(rows("SELECT database, event, breaking FROM catalog.changes"))
                .containsExactly("sales|database-added|null");
    }

    @Test
    void showsObjectsByNameWithTheirDescription() throws SQLException {
        assertThat(rows("SELECT kind, schema, object, description FROM catalog.objects ORDER BY object_id"))
                .containsExactly(
                        "table|dbo|orders|Orders \ufdd00000",
                        "table|dbo|customers|null",
                        "procedure|dbo|total|null",
                        "procedure|dbo|id|null");
    }

    @Test
    void showsForeignKeysWithTheNameTheSystemMade() throws SQLException {
        assertThat(rows("SELECT object, foreign_key, system_named, columns, referenced_schema, referenced_object,"
                        + " referenced_object_id, referenced_columns, on_delete, on_update, disabled, trusted"
                        + " FROM catalog.foreign_keys"))
                .containsExactly("orders|FK__orders__7A|t|{customer,region}|dbo|customers|2|{id,region}"
                        + "|cascade|no_action|f|f");
    }

    @Test
    void showsColumnsWithoutTheirExpressionsAndThoseApart() throws SQLException {
        assertThat(rows("SELECT object, ordinal, column_name, type, nullable, is_identity, is_computed, has_default"
                        + " FROM catalog.columns"))
                .containsExactly("orders|1|id|int|f|t|f|t");
        assertThat(rows("SELECT column_name, default_expression FROM catalog.column_expressions"))
                .containsExactly("id|((1))");
    }

    @Test
    void showsTextsInStoredTextFormAndSaysWhichWereDenied() throws SQLException {
        assertThat(rows("SELECT object, text_status, text FROM catalog.module_texts ORDER BY object_id"))
                .containsExactly("total|present|" + StoredText.encode(AWKWARD_TEXT), "id|denied|null");
    }

    @Test
    void showsTagsOfObjectsThatThereAre() throws SQLException {
        try (Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    WITH gone AS (INSERT INTO granary.object (database_id, kind) VALUES (1, 1) RETURNING id)
                    INSERT INTO granary.object_tag (object_id, tag, tagged_by)
                    SELECT 1, unnest(ARRAY['pii', 'core']), 'test' UNION ALL SELECT id, 'pii', 'test' FROM gone
                    """);
        }
        assertThat(rows("SELECT server, database, kind, schema, object, tag FROM catalog.tags ORDER BY tag"))
                .containsExactly("erp|sales|table|dbo|orders|core", "erp|sales|table|dbo|orders|pii");
    }

    private static void object(Connection owner, int kind, int nameId, String systemNames) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement("""
                WITH o AS (INSERT INTO granary.object (database_id, kind) VALUES (1, ?) RETURNING id, kind),
                d AS (INSERT INTO granary.definition (kind, format, hash, structure_hash)
                      SELECT o.kind, 1, sha256(o.id::text::bytea), sha256('') FROM o RETURNING id)
                INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind, definition_id,
                    from_sequence, system_names)
                SELECT o.id, 1, 1, ?, o.kind, d.id, 1, ? FROM o, d
                """)) {
            insert.setInt(1, kind);
            insert.setInt(2, nameId);
            insert.setString(3, systemNames);
            insert.executeUpdate();
        }
    }

    private static void part(Connection owner, int definition, PartContent content) throws SQLException {
        Aspect aspect = content.aspect();
        String body = new CanonicalJson().write(content).text();
        try (PreparedStatement insert = owner.prepareStatement("""
                WITH p AS (INSERT INTO granary.part (hash, aspect, format, body)
                           VALUES (sha256(convert_to(?, 'UTF8')), ?, ?, ?) RETURNING id, aspect)
                INSERT INTO granary.definition_part (definition_id, aspect, part_id) SELECT ?, p.aspect, p.id FROM p
                """)) {
            insert.setString(1, body);
            insert.setInt(2, aspect.code());
            insert.setInt(3, aspect.format());
            insert.setString(4, body);
            insert.setInt(5, definition);
            insert.executeUpdate();
        }
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD);
                Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}

package dev.granary.query;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import dev.granary.content.StoredText;
import dev.granary.model.Aspect;
import dev.granary.model.Dependencies;
import dev.granary.model.ForeignKeys;
import dev.granary.model.NameCollation;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.TriggerOptions;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills a store as a publisher does, one object at a time. */
public final class TestCatalogue {

    private final JdbcClient sql;
    private final CanonicalJson json = new CanonicalJson();

    public TestCatalogue(Connection connection) {
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    public JdbcClient sql() {
        return sql;
    }

    public int server(String name) {
        return insert(
                "INSERT INTO granary.server (name, environment, tags, settings, version, status)"
                        + " VALUES (?, 'prod', '{erp,core}', '{}', '16.0.1000.6', 'reachable') RETURNING id",
                name);
    }

    public int database(int server, String name, String collation) {
        return insert(
                "INSERT INTO granary.database (server_id, name, \"collation\", state)"
                        + " VALUES (?, ?, ?, 'ONLINE') RETURNING id",
                server,
                StoredText.encode(name),
                collation);
    }

    public int snapshot(int database, int sequence) {
        int run = insert("INSERT INTO granary.run (kind, mode, status, process, ended_at)"
                + " VALUES ('harvest', 'full', 'done', 'test', now()) RETURNING id");
        insert(
                "INSERT INTO granary.work (run_id, database_id, state, outcome, sequence)"
                        + " VALUES (?, ?, 'done', 'published', ?) RETURNING run_id",
                run,
                database,
                sequence);
        insert("""
                INSERT INTO granary.snapshot (database_id, run_id, read_from, read_to, published_at, verified_at, sequence, objects,
                       columns, mode, sections, visibility, tree_hash, structure_hash)
                VALUES (?, ?, '2026-11-22T10:00:00Z', '2026-11-22T10:00:05Z', '2026-11-22T10:00:06Z', '2026-11-22T10:00:05Z', ?, 7,
                       12, 'full', '{"columns":{"status":"complete","rows":12,"without":["sys.masked_columns"],"crossCheck":{"tables":{"sys":7,"informationSchema":8},"columns":{"sys":12,"informationSchema":12}}}}', '{}', ?, ?)
                RETURNING id
                """, database, run, sequence, hash("tree" + sequence), hash("structure" + sequence));
        sql.sql("SELECT pg_notify('granary_published', ?)")
                .param("" + database)
                .query(String.class)
                .optional();
        return run;
    }

    /** A null part is unknown. */
    public int place(
            int database,
            ObjectKind kind,
            @Nullable String schema,
            String name,
            Map<Aspect, ? extends @Nullable PartContent> parts,
            @Nullable Map<String, String> systemNames) {
        int object = insert(
                "INSERT INTO granary.object (database_id, kind) VALUES (?, ?) RETURNING id", database, kind.code());
        insert(
                "INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind, definition_id,"
                        + " from_sequence, system_names) VALUES (?, ?, ?, ?, ?, ?, 1, ?) RETURNING object_id",
                object,
                database,
                schema == null ? null : name(schema),
                name(name),
                kind.code(),
                definition(kind, parts),
                systemNames == null ? null : json.write(systemNames).text());
        return object;
    }

    public int name(String name) {
        sql.sql("INSERT INTO granary.name (name, fold) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(StoredText.encode(name), StoredText.encode(NameCollation.fold(name)))
                .update();
        return insert("SELECT id FROM granary.name WHERE name = ?", StoredText.encode(name));
    }

    public int definition(ObjectKind kind, Map<Aspect, ? extends @Nullable PartContent> parts) {
        var hashes = new TreeMap<String, @Nullable String>();
        parts.forEach((aspect, part) -> hashes.put(
                aspect.jsonName(), part == null ? null : json.write(part).hash().hex()));
        var hash = json.write(Map.of("kind", kind.jsonName(), "parts", hashes))
                .hash()
                .bytes();
        sql.sql(
                        "INSERT INTO granary.definition (kind, format, hash, structure_hash) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING")
                .params(kind.code(), hash, hash)
                .update();
        int definition = insert("SELECT id FROM granary.definition WHERE hash = ?", hash);
        parts.forEach((aspect, part) -> sql.sql("INSERT INTO granary.definition_part (definition_id, aspect, part_id)"
                        + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(definition, aspect.code(), part == null ? null : part(part))
                .update());
        return definition;
    }

    private int part(PartContent content) {
        var body = json.write(content).text();
        var hash = json.hash().bytes();
        sql.sql("INSERT INTO granary.part (aspect, format, hash, body) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING")
                .params(content.aspect().code(), hash, body)
                .update();
        int part = insert("SELECT id FROM granary.part WHERE hash = ?", hash);
        switch (content) {
            case ForeignKeys keys -> {
                int ordinal = 0;
                for (var key : keys.foreignKeys()) {
                    reference(part, 1, ordinal++, key.referencedSchema(), key.referencedTable());
                }
            }
            case Dependencies dependencies -> {
                int ordinal = 0;
                for (var dependency : dependencies.dependencies()) {
                    if (dependency.isLocal()) {
                        reference(part, 3, ordinal++, String.valueOf(dependency.schema()), dependency.name());
                    }
                }
            }
            case TriggerOptions trigger -> reference(part, 2, 0, trigger.schema(), trigger.table());
            default -> {}
        }
        return part;
    }

    private void reference(int part, int role, int ordinal, String schema, String object) {
        sql.sql("INSERT INTO granary.part_reference (part_id, role, ordinal, schema_name_id, object_name_id)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(part, role, ordinal, name(schema), name(object))
                .update();
    }

    private int insert(String statement, @Nullable Object... values) {
        return sql.sql(statement).params(values).query(Integer.class).single();
    }

    /** A definition's hash. */
    public String hash(int definition) {
        return sql.sql("SELECT encode(hash, 'hex') FROM granary.definition WHERE id = ?")
                .param(definition)
                .query(String.class)
                .single();
    }

    private byte[] hash(String text) {
        return ContentHash.ofHex(json.write(text).hash().hex()).bytes();
    }
}

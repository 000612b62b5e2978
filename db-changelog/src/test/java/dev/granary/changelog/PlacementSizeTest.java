package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Measures and prints what a placement costs on disk, its object row and all indexes included. */
class PlacementSizeTest {

    private static final int DATABASES = 100;
    private static final int OBJECTS = 1_000;

    /** A key and two defaults. */
    private static final String EVERY_FOURTH_NAMED = """
            CASE WHEN n % 4 = 0 THEN format(
                '{"defaults/3":"DF__orders__%s","defaults/7":"DF__orders__%s","keys/0":"PK__orders__%s"}',
                upper(left(md5(n::text), 8)), upper(left(md5(id::text), 8)), upper(left(md5((n + id)::text), 16))) END
            """;

    @Test
    void measuresTheBytesOfAPlacement() throws IOException, SQLException {
        try (Store store = Store.migrated();
                Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD)) {
            prepare(owner);
            double bare = measure(owner, "NULL");
            double named = measure(owner, EVERY_FOURTH_NAMED);
            System.out.printf(
                    Locale.ROOT,
                    "bytes per placement: %.1f without names that the system made, %.1f with three on every fourth%n",
                    bare,
                    named);
            assertThat(bare).isPositive().isLessThan(named);
        }
    }

    private static double measure(Connection owner, String systemNames) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("TRUNCATE granary.placement_current, granary.object CASCADE");
            fill(statement, systemNames);
            statement.execute("VACUUM (ANALYZE) granary.object, granary.placement_current");
        }
        return Queries.number(
                        owner,
                        "SELECT pg_total_relation_size('granary.object')"
                                + " + pg_total_relation_size('granary.placement_current')")
                / (double) Queries.number(owner, "SELECT count(*) FROM granary.placement_current");
    }

    private static void prepare(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO granary.server (name, settings) VALUES ('measured', '{}')");
            statement.execute("""
                    INSERT INTO granary.database (server_id, name)
                    SELECT s.id, 'tenant_' || n FROM granary.server s, generate_series(1, %d) n ORDER BY n
                    """.formatted(DATABASES));
            statement.execute("""
                    INSERT INTO granary.definition (kind, format, hash, structure_hash)
                    SELECT 1, 1, sha256(n::text::bytea), sha256(n::text::bytea) FROM generate_series(1, 5000) n
                    """);
        }
    }

    /** Databases one after another, as publishers write them; names and definitions are largely shared. */
    private static void fill(Statement statement, String systemNames) throws SQLException {
        for (int database = 1; database <= DATABASES; database++) {
            statement.execute("""
                    WITH made AS (
                        INSERT INTO granary.object (database_id, kind, source_id, source_created_at)
                        SELECT %1$d, CASE WHEN n %% 2 = 0 THEN 1 ELSE 3 END, 245575913 + n * 16,
                               timestamp '2020-01-01' + n * interval '1 hour'
                        FROM generate_series(1, %2$d) n
                        RETURNING id, kind
                    ), numbered AS (
                        SELECT id, kind, row_number() OVER (ORDER BY id) AS n FROM made
                    )
                    INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind,
                        definition_id, from_sequence, source_modified_at, system_names)
                    SELECT id, %1$d, 1 + n %% 4, 10 + (n * 7919) %% 30000, kind, 1 + (n * 31 + %1$d %% 3) %% 5000, 1,
                           timestamp '2022-01-01' + n * interval '1 hour', %3$s
                    FROM numbered
                    ORDER BY id
                    """.formatted(database, OBJECTS, systemNames));
        }
    }
}

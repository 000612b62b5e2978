package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tries every verb of every role on every table and view that the database has, and compares with {@link Rights}. */
class RightsTest {

    private static Store store;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        store = Store.migrated();
        try (Connection superuser = store.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE analyst LOGIN PASSWORD 'analyst-pw' IN ROLE granary_bi");
            statement.execute("CREATE ROLE stranger LOGIN PASSWORD 'stranger-pw'");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void expectsSomethingOfEveryTableThatThereIs() throws SQLException {
        assertThat(relations()).isNotEmpty().containsExactlyInAnyOrderElementsOf(Rights.HARVESTER.keySet());
        assertThat(relations()).containsExactlyInAnyOrderElementsOf(Rights.QUERY.keySet());
        assertThat(relations()).containsExactlyInAnyOrderElementsOf(Rights.BI.keySet());
    }

    @Test
    void letsTheHarvesterDoWhatItMustAndNoMore() throws SQLException {
        try (Connection login = store.login(StoreRoles.HARVESTER, Store.HARVESTER_PASSWORD)) {
            assertThat(tried(login)).isEqualTo(Rights.HARVESTER);
        }
    }

    @Test
    void letsTheQueryServiceDoWhatItMustAndNoMore() throws SQLException {
        try (Connection login = store.login(StoreRoles.QUERY, Store.QUERY_PASSWORD)) {
            assertThat(tried(login)).isEqualTo(Rights.QUERY);
        }
    }

    @Test
    void letsAnalystsReadTheViewsAndNothingElse() throws SQLException {
        try (Connection login = store.login("analyst", "analyst-pw")) {
            assertThat(tried(login)).isEqualTo(Rights.BI);
        }
    }

    @Test
    void letsTheOwnerDoEverything() throws SQLException {
        try (Connection login = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD)) {
            List<String> views = Queries.strings(login, "SELECT schemaname || '.' || viewname FROM pg_views");
            tried(login).forEach((relation, verbs) -> {
                if (views.contains(relation)) {
                    assertThat(verbs).as(relation).startsWith("S");
                } else {
                    assertThat(verbs).as(relation).isEqualTo("SIUD");
                }
            });
        }
    }

    @Test
    void keepsEverybodyElseOut() throws SQLException {
        try (Connection superuser = store.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET ROLE stranger");
            assertThat(tried(superuser).values()).containsOnly("");
            assertThat(Queries.strings(superuser, "SELECT has_database_privilege(current_database(), 'CONNECT')"))
                    .containsExactly("f");
        }
    }

    @Test
    void letsTheHarvesterChangeOnlyWhatASweepMeetsOfAServer() throws SQLException {
        try (Connection login = store.login(StoreRoles.HARVESTER, Store.HARVESTER_PASSWORD)) {
            List<String> allowed = new Attempt(login, "granary.server").updatableColumns();
            assertThat(allowed)
                    .containsExactlyInAnyOrder(
                            "version", "engine_edition", "status", "reason", "seen_at", "updated_at");
        }
    }

    @Test
    void letsTheHarvesterChangeNothingOfAPartButHowItsSourceTellsIt() throws SQLException {
        try (Connection login = store.login(StoreRoles.HARVESTER, Store.HARVESTER_PASSWORD)) {
            assertThat(new Attempt(login, "granary.part").updatableColumns()).containsExactly("source_key");
        }
    }

    @Test
    void hidesEachCredentialColumnFromEveryRoleButItsOwn() throws SQLException {
        try (Connection superuser = store.superuser()) {
            for (String column : List.of("server_id", "type", "username", "secret", "updated_at")) {
                assertThat(readers(superuser, "granary.harvest_credential", column))
                        .containsExactly("granary_harvester", "granary_owner");
                assertThat(readers(superuser, "granary.query_credential", column))
                        .containsExactly("granary_owner", "granary_query");
            }
            assertThat(readers(superuser, "granary.api_key", "hash")).containsExactly("granary_owner", "granary_query");
        }
    }

    @Test
    void grantsNobodyToTruncateReferenceOrHangTriggersOnATable() throws SQLException {
        try (Connection superuser = store.superuser()) {
            assertThat(Queries.strings(superuser, """
                            SELECT c.oid::regclass || ' ' || a.privilege_type || ' ' || a.grantee::regrole
                            FROM pg_class c, aclexplode(c.relacl) a
                            WHERE c.relnamespace::regnamespace::text IN ('granary', 'catalog', 'batch', 'quartz')
                              AND a.grantee <> c.relowner
                              AND (a.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE')
                                   OR a.is_grantable OR a.grantee = 0)
                            """)).isEmpty();
        }
    }

    @Test
    void letsNobodyButTheOwnerCreateAnything() throws SQLException {
        try (Connection superuser = store.superuser()) {
            assertThat(Queries.strings(superuser, """
                            SELECT r.rolname || ' ' || n.nspname
                            FROM pg_roles r, pg_namespace n
                            WHERE r.rolname IN ('granary_harvester', 'granary_query', 'granary_bi', 'stranger')
                              AND n.nspname IN ('public', 'granary', 'catalog', 'batch', 'quartz')
                              AND has_schema_privilege(r.oid, n.oid, 'CREATE')
                            """)).isEmpty();
            assertThat(Queries.strings(superuser, """
                            SELECT rolname FROM pg_roles
                            WHERE rolname LIKE 'granary%' AND has_database_privilege(oid, current_database(), 'TEMP')
                            ORDER BY rolname
                            """)).containsExactly("granary_harvester", "granary_owner");
        }
    }

    @Test
    void letsTheHarvesterHavePartitionsMadeThatItCannotMake() throws SQLException {
        try (Connection superuser = store.superuser()) {
            assertThat(Queries.strings(superuser, """
                            SELECT r.rolname FROM pg_roles r
                            WHERE r.rolname IN ('granary_owner', 'granary_harvester', 'granary_query', 'granary_bi', 'stranger')
                              AND has_function_privilege(r.oid, 'granary.prepare_measures()', 'EXECUTE')
                            ORDER BY 1
                            """)).containsExactly("granary_harvester", "granary_owner");
        }
    }

    private static List<String> readers(Connection superuser, String table, String column) throws SQLException {
        return Queries.strings(
                superuser,
                "SELECT rolname FROM pg_roles WHERE rolname IN ('granary_owner', 'granary_harvester', 'granary_query',"
                        + " 'granary_bi', 'analyst', 'stranger') AND has_column_privilege(oid, '" + table + "', '"
                        + column + "', 'SELECT') ORDER BY rolname");
    }

    private static List<String> relations() throws SQLException {
        try (Connection superuser = store.superuser()) {
            return Queries.strings(superuser, """
                    SELECT n.nspname || '.' || c.relname
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname IN ('granary', 'catalog', 'batch', 'quartz') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                    """);
        }
    }

    private static Map<String, String> tried(Connection login) throws SQLException {
        login.setAutoCommit(false);
        Map<String, String> verbs = new TreeMap<>();
        for (String relation : relations()) {
            verbs.put(relation, new Attempt(login, relation).verbs());
        }
        return verbs;
    }
}

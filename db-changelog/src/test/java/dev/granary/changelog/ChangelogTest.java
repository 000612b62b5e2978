package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogTest {

    @Test
    void migratesAnEmptyDatabaseAndThenHasNothingToDo() throws IOException, SQLException {
        try (Store store = Store.bootstrapped()) {
            Migration first = store.migrate();
            assertThat(first.changeSets()).contains("registry-server", "batch-tables", "quartz-tables", "grants-bi");
            assertThat(first.createdRoles()).containsExactly("granary_harvester", "granary_query", "granary_bi");
            assertThat(first.passwordsSet()).containsExactly("granary_harvester", "granary_query");
            String before = state(store);

            assertThat(store.migrate().changedNothing()).isTrue();
            assertThat(state(store)).isEqualTo(before);
        }
    }

    @Test
    void letsTwoMigrateAtOnceInTurn() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Store store = Store.bootstrapped();
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Migration> one = both.submit(store::migrate);
            Future<Migration> other = both.submit(store::migrate);
            assertThat(List.of(one.get().changedNothing(), other.get().changedNothing()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void namesTheChangeSetThatFailsAndKeepsThoseBefore() throws IOException, SQLException {
        try (Store store = Store.bootstrapped();
                Connection superuser = store.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE SCHEMA batch");
            assertThatThrownBy(store::migrate)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContainingAll("batch-schema", "schema \"batch\" already exists")
                    .message()
                    .hasLineCount(1);
            statement.execute("DROP SCHEMA batch");
            assertThat(store.migrate().changeSets()).contains("batch-schema").doesNotContain("registry-server");
        }
    }

    @Test
    void setsAPasswordThatIsNoLongerTheOneInForce() throws IOException, SQLException {
        try (Store store = Store.migrated()) {
            Migration rotated =
                    Changelog.migrate(store.url(), Store.OWNER_PASSWORD, "another-pw", Store.QUERY_PASSWORD);
            assertThat(rotated.passwordsSet()).containsExactly("granary_harvester");
            store.login(StoreRoles.HARVESTER, "another-pw").close();
            assertThatThrownBy(() -> store.login(StoreRoles.HARVESTER, Store.HARVESTER_PASSWORD))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Their scripts run once per store: a release that ships another one needs a change set beside the new version. */
    @ParameterizedTest
    @CsvSource({
        "/org/springframework/batch/core/schema-postgresql.sql, f2ac75cae966e4eb1cd97ee6b11f130495b7109153754a7983befb87614d6e38",
        "/org/quartz/impl/jdbcjobstore/tables_postgres.sql, 60d22e05e00203702f18f835916c75270aeb6828e7051bb81dd87ebd7bf6a943"
    })
    void noticesWhenBatchOrQuartzShipAnotherScript(String script, String sha256)
            throws IOException, NoSuchAlgorithmException {
        try (InputStream content = ChangelogTest.class.getResourceAsStream(script)) {
            assertThat(content).isNotNull();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes())))
                    .isEqualTo(sha256);
        }
    }

    private static String state(Store store) throws SQLException {
        try (Connection superuser = store.superuser()) {
            return Queries.strings(superuser, """
                    SELECT json_build_array(
                        (SELECT json_agg(c ORDER BY c.oid) FROM
                            (SELECT oid, relname, relacl, relfilenode FROM pg_class WHERE relnamespace >= 2200) c),
                        (SELECT json_agg(a ORDER BY a.oid) FROM
                            (SELECT oid, rolname, rolpassword FROM pg_authid WHERE rolname LIKE 'granary%') a),
                        (SELECT json_agg(l) FROM granary.databasechangelog l),
                        (SELECT json_agg(l) FROM granary.databasechangeloglock l))::text
                    """).getFirst();
        }
    }
}

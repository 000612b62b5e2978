package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigratedStoreTest {

    private static Store store;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        store = Store.migrated();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void goesOnWhereAMigrationWasKilled() throws SQLException {
        try (Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "UPDATE granary.databasechangeloglock SET locked = true, lockgranted = now(), lockedby = 'killed'");
        }
        assertThat(store.migrate().changedNothing()).isTrue();
    }

    @Test
    void keepsPasswordsAsScramVerifiersOnly() throws SQLException {
        try (Connection superuser = store.superuser()) {
            assertThat(Queries.strings(
                            superuser,
                            "SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'granary%' AND rolcanlogin"))
                    .hasSize(3)
                    .allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$"));
        }
    }

    @Test
    void givesBatchTheIndexesItLacks() throws SQLException {
        try (Connection superuser = store.superuser()) {
            assertThat(Queries.strings(superuser, """
                            SELECT con.conrelid::regclass || ' ' || con.conname
                            FROM pg_constraint con
                            WHERE con.contype = 'f' AND con.connamespace = 'batch'::regnamespace
                              AND NOT EXISTS (SELECT FROM pg_index i
                                              WHERE i.indrelid = con.conrelid AND i.indkey[0] = con.conkey[1])
                            """)).isEmpty();
        }
    }

    @Test
    void namesEveryKindAndAspectAsTheModelDoes() throws SQLException {
        try (Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD)) {
            assertThat(Queries.strings(owner, "SELECT code || ' ' || name FROM granary.object_kind"))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ObjectKind.values())
                            .map(kind -> kind.code() + " " + kind.jsonName())
                            .toList());
            assertThat(Queries.strings(owner, "SELECT code || ' ' || name || ' ' || structural FROM granary.aspect"))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Aspect.values())
                            .map(aspect -> aspect.code() + " " + aspect.jsonName() + " " + aspect.structural())
                            .toList());
        }
    }
}

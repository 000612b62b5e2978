package dev.granary.changelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final String CANARY = "canary-pw-5e1f";

    private static Store store;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException, SQLException {
        store = Store.bootstrapped();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void saysInAFewLinesWhatItDid() {
        assertThat(run(environment())).isZero();
        assertThat(run(environment())).isZero();
        assertThat(out.toString(UTF_8).lines())
                .hasSizeBetween(1, 4)
                .last()
                .asString()
                .endsWith("/granary: up to date");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void namesEveryMissingVariableAtOnce() {
        assertThat(run(Map.of("GRANARY_DB_URL", store.url()))).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines(
                        "db-changelog: not set: GRANARY_OWNER_PASSWORD, GRANARY_HARVESTER_PASSWORD, GRANARY_QUERY_PASSWORD");
    }

    @Test
    void refusesAWrongPasswordInOneLine() {
        assertThat(run(with("GRANARY_OWNER_PASSWORD", CANARY))).isEqualTo(2);
        assertOneLine("refused the login of granary_owner");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        assertThat(run(with("GRANARY_DB_URL", store.url() + "s"))).isEqualTo(2);
        assertOneLine("does not exist");
    }

    @Test
    void refusesAUrlThatIsNoPostgresUrlOrCarriesALogin() {
        assertThat(run(with("GRANARY_DB_URL", "postgres://u:" + CANARY + "@h/d")))
                .isEqualTo(2);
        assertOneLine("is no PostgreSQL URL");
        err.reset();
        assertThat(run(with("GRANARY_DB_URL", store.url() + "?user=u&password=" + CANARY)))
                .isEqualTo(2);
        assertOneLine("must not carry user or password");
    }

    @Test
    void failsWhereTheServerIsNotReached() {
        assertThat(run(with("GRANARY_DB_URL", "jdbc:postgresql://127.0.0.1:1/granary")))
                .isEqualTo(1);
        assertOneLine("cannot be reached");
    }

    @Test
    void keepsPasswordsOutOfItsSettingsText() {
        assertThat(new MigrationSettings(store.url(), CANARY, CANARY, CANARY).toString())
                .doesNotContain(CANARY);
    }

    private void assertOneLine(String part) {
        assertThat(err.toString(UTF_8).lines()).hasSize(1);
        assertThat(err.toString(UTF_8)).contains(part).doesNotContain(CANARY);
    }

    private int run(Map<String, String> environment) {
        return Main.run(environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static Map<String, String> environment() {
        return Map.of(
                "GRANARY_DB_URL", store.url(),
                "GRANARY_OWNER_PASSWORD", Store.OWNER_PASSWORD,
                "GRANARY_HARVESTER_PASSWORD", Store.HARVESTER_PASSWORD,
                "GRANARY_QUERY_PASSWORD", Store.QUERY_PASSWORD);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put(name, value);
        return environment;
    }
}

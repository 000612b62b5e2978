package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {
    private static final String OLD_KEY = KeyRing.newKey();
    private static final String NEW_KEY = KeyRing.newKey();

    private final KeyRing keys = KeyRing.parse(OLD_KEY);
    private StoreFixture store;
    private Registry registry;

    @BeforeAll
    void start() throws IOException {
        store = new StoreFixture();
        registry = new Registry(store.dataSource(), Clock.systemUTC());
    }

    @AfterAll
    void stop() throws IOException {
        store.close();
    }

    @BeforeEach
    void empty() throws IOException, SQLException {
        store.reset();
    }

    @Test
    void readsBackWhatItRegistered() throws SQLException {
        ServerDefinition erp = server("erp", "canary-1", "canary-2");

        assertThat(registry.register(List.of(erp), keys))
                .isEqualTo(new RegistrationSummary(List.of("erp"), List.of(), List.of(), List.of(), List.of()));

        RegisteredServer harvested = enabled(keys, CredentialPurpose.HARVEST).getFirst();
        assertThat(harvested.settings()).isEqualTo(erp.settings());
        assertThat(harvested.tags()).containsExactly("erp", "prod");
        assertThat(harvested.environment()).isEqualTo("prod");
        assertThat(harvested.credential()).isEqualTo(erp.harvest());
        assertThat(enabled(keys, CredentialPurpose.QUERY).getFirst().credential())
                .isEqualTo(erp.query());
        assertThat(store.everything().toString()).doesNotContain("canary");
        assertThat(harvested.toString()).doesNotContain("canary");
    }

    @Test
    void writesNothingTheSecondTime() throws SQLException {
        List<ServerDefinition> servers = List.of(server("erp", "one", "two"), server("shop", "three", null));
        registry.register(servers, keys);
        List<String> before = store.everything();

        assertThat(registry.register(servers, keys).unchanged()).containsExactly("erp", "shop");
        assertThat(store.everything()).isEqualTo(before);
    }

    @Test
    void storesChangedFiltersOnlyOnceSomebodyAcceptsThem() throws SQLException {
        registry.register(List.of(server("erp", "one", null)), keys);
        List<String> before = store.everything();
        ServerDefinition narrower = narrowed(server("erp", "two", null));

        assertThatThrownBy(() -> registry.register(List.of(narrower), keys))
                .isInstanceOf(FilterChangeException.class)
                .hasMessageContaining("erp: schemas include [*] exclude [] becomes include [*] exclude [audit]");
        assertThat(store.everything()).isEqualTo(before);

        assertThat(registry.register(List.of(narrower), keys, true).filterChanges())
                .singleElement()
                .extracting(FilterChange::exclude)
                .isEqualTo(List.of("audit"));
        assertThat(registry.register(List.of(narrower), keys).unchanged()).containsExactly("erp");
    }

    @Test
    void keepsTheTokenOfAPasswordThatDidNotChange() throws SQLException {
        registry.register(List.of(server("erp", "one", "two")), keys);
        List<String> harvest = store.rows("SELECT * FROM granary.harvest_credential");
        List<String> query = store.rows("SELECT * FROM granary.query_credential");

        assertThat(registry.register(List.of(server("erp", "one", "new")), keys).changed())
                .containsExactly("erp");
        assertThat(store.rows("SELECT * FROM granary.harvest_credential")).isEqualTo(harvest);
        assertThat(store.rows("SELECT * FROM granary.query_credential")).isNotEqualTo(query);
    }

    @Test
    void disablesAServerThatLeftTheFileAndEnablesItWhenItComesBack() throws SQLException {
        ServerDefinition erp = server("erp", "one", null);
        ServerDefinition shop = server("shop", "two", null);
        registry.register(List.of(erp, shop), keys);

        assertThat(registry.register(List.of(erp), keys).disabled()).containsExactly("shop");
        assertThat(enabled(keys, CredentialPurpose.HARVEST))
                .extracting(RegisteredServer::name)
                .containsExactly("erp");
        assertThat(registry.register(List.of(erp), keys).disabled()).isEmpty();
        assertThat(registry.register(List.of(erp, shop), keys).changed()).containsExactly("shop");
        assertThat(store.rows("SELECT name FROM granary.server")).hasSize(2);
    }

    @Test
    void deletesAQueryCredentialThatLeftTheFile() throws SQLException {
        registry.register(List.of(server("erp", "one", "two")), keys);

        assertThat(registry.register(List.of(server("erp", "one", null)), keys).changed())
                .containsExactly("erp");
        assertThat(enabled(keys, CredentialPurpose.QUERY)).isEmpty();
    }

    @Test
    void namesEveryServerWhoseCredentialTheKeyDoesNotOpen() throws SQLException {
        registry.register(List.of(server("erp", "canary", null), server("shop", "canary", null)), keys);
        KeyRing wrong = KeyRing.parse(NEW_KEY);
        List<String> before = store.everything();

        assertThatThrownBy(() -> enabled(wrong, CredentialPurpose.HARVEST))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("opens the harvest credential of erp, shop.")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> registry.register(List.of(server("erp", "other", null)), wrong))
                .isInstanceOf(CredentialException.class);
        assertThat(store.everything()).isEqualTo(before);
    }

    @Test
    void noticesAnEnabledServerWithoutItsHarvestCredential() throws SQLException {
        registry.register(List.of(server("erp", "one", null)), keys);
        store.execute("DELETE FROM granary.harvest_credential");

        assertThatThrownBy(() -> enabled(keys, CredentialPurpose.HARVEST))
                .hasMessage("No harvest credential is stored for erp: run register");
    }

    @Test
    void registersOnceWhenTwoDoSoTogether() throws Exception {
        List<ServerDefinition> servers = List.of(server("erp", "one", "two"));
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(() -> registry.register(servers, keys));
            var second = both.submit(() -> registry.register(servers, keys));

            assertThat(List.of(first.get().added().size(), second.get().added().size()))
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void rotatesEveryTokenToTheFirstKey() throws SQLException {
        registry.register(List.of(server("erp", "one", "two"), server("shop", "three", null)), keys);

        assertThat(registry.rotateKeys(KeyRing.parse(NEW_KEY + "," + OLD_KEY))).isEqualTo(new RotationSummary(2, 1));

        KeyRing onlyNew = KeyRing.parse(NEW_KEY);
        assertThat(enabled(onlyNew, CredentialPurpose.HARVEST))
                .extracting(server -> server.credential().password())
                .containsExactly(Secret.of("one"), Secret.of("three"));
        assertThat(enabled(onlyNew, CredentialPurpose.QUERY)).hasSize(1);
    }

    @Test
    void rotatesNothingWhenOneTokenStaysClosed() throws SQLException {
        registry.register(List.of(server("erp", "one", "two")), keys);
        store.execute("UPDATE granary.query_credential SET secret = '"
                + KeyRing.parse(KeyRing.newKey()).encrypt(Secret.of("lost")) + "'");
        List<String> before = store.everything();

        assertThatThrownBy(() -> registry.rotateKeys(KeyRing.parse(NEW_KEY + "," + OLD_KEY)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("query credential of erp");
        assertThat(store.everything()).isEqualTo(before);
    }

    private List<RegisteredServer> enabled(KeyRing ring, CredentialPurpose purpose) throws SQLException {
        return new RegisteredServers(store.dataSource(), ring).enabled(purpose);
    }

    private static ServerDefinition narrowed(ServerDefinition server) {
        var all = server.settings();
        return new ServerDefinition(
                server.name(),
                server.environment(),
                server.tags(),
                new ServerSettings(
                        all.host(),
                        all.port(),
                        all.instance(),
                        all.tls(),
                        all.applicationIntent(),
                        all.databases(),
                        new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("audit"))),
                        all.limits(),
                        all.schedule()),
                server.harvest(),
                server.query());
    }

    private static ServerDefinition server(String name, String harvest, String query) {
        return new ServerDefinition(
                name,
                "prod",
                List.of("erp", "prod"),
                ServerSettings.at("127.0.0.1", 1433).withTls(new Tls(Encryption.STRICT, false)),
                new Credential(AuthenticationType.SQL, "harvester", Secret.of(harvest)),
                query == null ? null : new Credential(AuthenticationType.SQL, "reader", Secret.of(query)));
    }
}

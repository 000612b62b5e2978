package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.SqlServerError;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "strict"})
    void letsTheDriverInUnderEachEncryption(String encrypt) throws Exception {
        served.engine.answer("SELECT x", (parameters, results) -> Rows.numbers(results, 40_000));
        try (Connection connection = served.connect(encryption(encrypt))) {
            assertThat(Rows.sum(connection, "SELECT x")).isEqualTo(40_000L * 39_999 / 2);
            assertThat(connection.getCatalog()).isEqualTo("master");
            assertThat(connection.getMetaData().getDatabaseProductVersion()).isEqualTo("16.00.4135");
        }
        assertThat(served.server.counters().now().logins()).isEqualTo(1);
    }

    @TempDir
    private Path folder;

    private String[] encryption(String encrypt) throws Exception {
        Path store = folder.resolve("trust.p12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", served.server.certificate());
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, "changeit".toCharArray());
        }
        return new String[] {
            "encrypt=" + encrypt,
            "trustStore=" + store,
            "trustStorePassword=changeit",
            "trustStoreType=PKCS12",
            "hostNameInCertificate=localhost"
        };
    }

    @Test
    void letsTheDriverInWithoutAnyEncryption() throws Exception {
        try (EmulatorServer plain =
                        EmulatorServer.builder(served.engine).plainLogins().start();
                Connection connection = java.sql.DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:" + plain.port() + ";encrypt=false", "sa", FakeEngine.PASSWORD)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void letsTheDriverTrustTheCertificateUnseen() throws Exception {
        try (Connection connection = served.connect("encrypt=true", "trustServerCertificate=true")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void isNotTrustedByADriverThatKnowsNoCertificate() {
        assertThatThrownBy(() -> served.connect("encrypt=true")).hasMessageContaining("PKIX");
    }

    @Test
    void handsTheLoginToTheEngine() throws Exception {
        served.connect("databaseName=Sh\u00f6p", "applicationName=granary", "applicationIntent=ReadOnly")
                .close();
        assertThat(served.engine.logins)
                .containsExactly(new Login("sa", FakeEngine.PASSWORD, "Sh\u00f6p", "granary", true));
    }

    @Test
    void refusesAWrongPasswordWithTheEnginesError() {
        assertThatThrownBy(() -> served.connect("password=wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(18456))
                .hasMessageContaining("Login failed for user 'sa'.");
        assertThat(served.server.counters().now().logins()).isZero();
    }

    @Test
    void keepsThePasswordOutOfAllText() {
        Login login = new Login("sa", FakeEngine.PASSWORD, null, "app", false);
        assertThat(login.toString()).doesNotContain(FakeEngine.PASSWORD);
        assertThat(new SqlServerError(18456, "Login failed for user 'sa'.").toString())
                .doesNotContain(FakeEngine.PASSWORD);
    }
}

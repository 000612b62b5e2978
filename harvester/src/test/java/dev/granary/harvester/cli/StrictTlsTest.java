package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TDS 8.0: TLS before the first byte, and a certificate that must be good. */
class StrictTlsTest {

    private static final String PASSWORD = "changeit";

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    @AfterEach
    void trustAsBefore() {
        System.clearProperty("javax.net.ssl.trustStore");
    }

    @Test
    void harvestsWhereTheJvmTrustsTheServersCertificate() throws Exception {
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var server = EmulatorServer.builder(engine).start()) {
            engine.run("CREATE DATABASE orders");
            trust(server);

            var report = program(server).run("harvest", "--json").json();

            assertThat(report.at("/failures")).isEmpty();
            assertThat(report.at("/databases/published").asInt()).isEqualTo(1);
        }
    }

    @Test
    void saysThatItIsTheCertificateWhereNobodyVouchesForIt() throws Exception {
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var server = EmulatorServer.builder(engine).start();
                var other = EmulatorServer.builder(engine).start()) {
            trust(other);

            var report = program(server).run("harvest", "--json").json();

            assertThat(report.at("/failures/0/code").asString()).isEqualTo("certificate");
            assertThat(report.at("/failures/0/reason").asString()).contains("certificate is not trusted");
        }
    }

    @Test
    void isNotWeakenedByTrustServerCertificate() throws Exception {
        var entry = TestProgram.server("erp", 1433)
                .replace("encrypt: \"false\"", "encrypt: strict, trustServerCertificate: true");

        var ended = new TestProgram(store, folder).servers("servers:\n" + entry).run("register");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("trustServerCertificate");
    }

    private TestProgram program(EmulatorServer server) throws IOException {
        var program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n"
                        + TestProgram.server("erp", server.port())
                                .replace("host: 127.0.0.1", "host: localhost")
                                .replace("loginTimeoutSeconds: 1", "loginTimeoutSeconds: 10")
                                .replace("encrypt: \"false\"", "encrypt: strict"));
        program.run("register");
        return program;
    }

    private void trust(EmulatorServer server) throws GeneralSecurityException, IOException {
        var file = folder.resolve("trust.jks");
        var trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.certificate());
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
    }
}

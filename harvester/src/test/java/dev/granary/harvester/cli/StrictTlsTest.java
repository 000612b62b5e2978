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
import java.util.List;
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
        for (var name : List.of("trustStore", "trustStorePassword", "trustStoreType")) {
            System.clearProperty("javax.net.ssl." + name);
        }
    }

    @Test
    void harvestsWhereTheJvmTrustsTheServersCertificate() throws Exception {
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var server = EmulatorServer.builder(engine).start()) {
            engine.run("CREATE DATABASE orders");
            trust(server);

            var report = program(server, "localhost").run("harvest", "--json").json();

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

            var report = program(server, "localhost").run("harvest", "--json").json();

            assertThat(report.at("/failures/0/code").asString()).isEqualTo("certificate");
            assertThat(report.at("/failures/0/reason").asString()).contains("certificate is not trusted");
        }
    }

    @Test
    void doesNotLetTrustServerCertificateWeakenStrict() throws Exception {
        try (var engine = EmulatedServer.create("ERP", TestProgram.CANARY);
                var server = EmulatorServer.builder(engine).start()) {
            var report = program(server, "localhost", "trustServerCertificate: true")
                    .run("harvest", "--json")
                    .json();

            assertThat(report.at("/failures/0/code").asString()).isEqualTo("certificate");
        }
    }

    private TestProgram program(EmulatorServer server, String host, String... more) throws IOException {
        var tls = "tls: {encrypt: strict" + (more.length == 0 ? "" : ", " + more[0]) + "}";
        var program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n"
                        + TestProgram.server("erp", server.port())
                                .replace("host: 127.0.0.1", "host: " + host)
                                .replace("loginTimeoutSeconds: 1", "loginTimeoutSeconds: 10")
                                .replace("tls: {encrypt: \"false\"}", tls));
        program.run("register");
        return program;
    }

    private void trust(EmulatorServer server) throws GeneralSecurityException, IOException {
        var file = folder.resolve("trust.p12");
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.certificate());
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
    }
}

package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second client, of another language and another author, against the same bytes. */
class TediousTest {

    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path PROJECT = Path.of("target/node");

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(PROJECT);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "client.mjs")) {
            Files.copy(SOURCE.resolve(file), PROJECT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "strict"})
    void servesTedious(String encrypt) throws Exception {
        try (Served served = new Served()) {
            teach(served.engine);
            String output = run(
                    Map.of(
                            "EMULATOR_PORT",
                            Integer.toString(served.server.port()),
                            "EMULATOR_PASSWORD",
                            FakeEngine.PASSWORD,
                            "EMULATOR_ENCRYPT",
                            encrypt,
                            "NODE_EXTRA_CA_CERTS",
                            trusted(served).toString()),
                    "node",
                    "client.mjs");
            assertThat(output).contains("""
                            {"batch":{"count":2,"rows":[["-1","\u00e4\u0000\ud83d\ude00",null],["2","",true]]},\
                            "parameters":{"count":1,"rows":[[7,"K\u00e4se \ud83d\ude00",{"type":"Buffer","data":[1,2]}]]},\
                            "executed":[1,2]}""".replace("\u0000", "\\u0000"));
            assertThat(served.engine.executed)
                    .containsSubsequence(
                            "BEGIN TRANSACTION",
                            "SAVE TRANSACTION [half]",
                            "COMMIT TRANSACTION",
                            "BEGIN TRANSACTION",
                            "ROLLBACK TRANSACTION");
            assertThat(served.server.counters().now().transactions()).isEqualTo(5);
        }
    }

    private static Path trusted(Served served) throws Exception {
        String encoded = Base64.getMimeEncoder()
                .encodeToString(served.server.certificate().getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(PROJECT.resolve("trusted.pem"), pem).toAbsolutePath();
    }

    private static void teach(FakeEngine engine) {
        engine.answer("SELECT odd", (parameters, results) -> {
                    results.columns(List.of(
                            Rows.column("n", SqlType.BIGINT),
                            Rows.column("t", SqlType.NVARCHAR, ResultColumn.MAX, 0, 0),
                            Rows.column("v", SqlType.SQL_VARIANT)));
                    results.row(new Object[] {-1L, "\u00e4\u0000\ud83d\ude00", null});
                    results.row(new Object[] {2L, "", true});
                    results.done(StatementKind.SELECT, 2);
                })
                .answer(
                        "SELECT @a",
                        (parameters, results) -> Rows.one(
                                results,
                                Rows.column("a", SqlType.INT),
                                parameters.getFirst().value()))
                .answer("SELECT @a, @b, @c", (parameters, results) -> {
                    results.columns(parameters.stream()
                            .map(parameter -> Rows.column(parameter.name(), parameter.type()))
                            .toList());
                    results.row(parameters.stream().map(Parameter::value).toArray());
                    results.done(StatementKind.SELECT, 1);
                })
                .answer("SELECT endless", (parameters, results) -> Rows.numbers(results, Integer.MAX_VALUE));
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), output)
                .isZero();
        return output;
    }
}

package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.granary.secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PW", "canary", "PW2", "canary2");
    private static final String MINIMAL = """
            servers:
              - name: erp
                host: localhost
                harvest: {type: sql, username: sa, password: "${PW}"}
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryOption() throws IOException {
        ServerDefinition server = read("""
                        servers:
                          - name: erp-prod
                            host: 10.0.0.7
                            instance: SQL2022
                            environment: prod
                            tags: [erp, finance]
                            harvest: {type: sql, username: granary_harvest, password: "${PW}"}
                            query: {type: sql, username: granary_query, password: "${PW2}"}
                            tls: {encrypt: strict, trustServerCertificate: false}
                            applicationIntent: ReadOnly
                            databases: {include: ["erp*", msdb], exclude: ["*_old"]}
                            schemas: {exclude: [tmp]}
                            limits: {connections: 2, loginTimeoutSeconds: 5, statementTimeoutSeconds: 60, statementsPerMinute: 600, sourceSecondsPerRun: 900}
                            schedule: {full: "0 30 3 ? * MON-FRI", incremental: every 15m, measures: never, zone: Europe/Berlin,
                              misfire: skip, overlap: skip, blackout: ["MON-FRI 08:00-18:00"]}
                        """).getFirst();

        assertThat(server.name()).isEqualTo("erp-prod");
        assertThat(server.environment()).isEqualTo("prod");
        assertThat(server.tags()).containsExactly("erp", "finance");
        assertThat(server.harvest())
                .isEqualTo(new Credential(AuthenticationType.SQL, "granary_harvest", Secret.of("canary")));
        assertThat(server.query())
                .isEqualTo(new Credential(AuthenticationType.SQL, "granary_query", Secret.of("canary2")));
        assertThat(server.settings())
                .isEqualTo(new ServerSettings(
                        "10.0.0.7",
                        null,
                        "SQL2022",
                        new Tls(Encryption.STRICT, false),
                        ApplicationIntent.READ_ONLY,
                        new NameFilter(
                                List.of(NamePattern.of("erp*"), NamePattern.of("msdb")),
                                List.of(NamePattern.of("*_old"))),
                        new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("tmp"))),
                        new Limits(2, 5, 60, 600, 900),
                        new Schedule(
                                Timing.of("0 30 3 ? * MON-FRI"),
                                Timing.of("every 15m"),
                                Timing.NEVER,
                                ZoneId.of("Europe/Berlin"),
                                Schedule.Misfire.SKIP,
                                Schedule.Overlap.SKIP,
                                List.of(Blackout.of("MON-FRI 08:00-18:00")))));
    }

    @Test
    void givesAServerTheScheduleOfItsFirstGroupAndLetsItsOwnGoBefore() throws IOException {
        String groups = """
                groups:
                  - name: production
                    tags: [prod]
                    schedule: {full: "0 0 1 * * ?", incremental: every 15m, zone: Europe/Berlin}
                  - name: everyone
                    servers: ["*"]
                    schedule: {incremental: never}
                """;
        String own = "    tags: [prod]\n    schedule: {full: every 12h}\n";

        Schedule production = read(groups + MINIMAL + own).getFirst().settings().schedule();
        Schedule other = read(groups + MINIMAL).getFirst().settings().schedule();

        assertThat(production.full()).isEqualTo(Timing.of("every 12h"));
        assertThat(production.incremental()).isEqualTo(Timing.of("every 15m"));
        assertThat(production.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(other.full()).isEqualTo(Schedule.DEFAULT.full());
        assertThat(other.incremental()).isEqualTo(Timing.NEVER);
    }

    @Test
    void refusesGroupsThatMeanNothing() {
        assertProblems(
                """
                groups:
                  - name: production
                    schedule: {full: tomorrow}
                  - name: production
                    servers: ["*"]
                    schedule: {incremental: every 2s}
                  - servers: ["*"]
                servers: []
                """,
                "2: groups[0]: names no servers: give servers (patterns) or tags",
                "3: groups[0].schedule.full: 'tomorrow' is not a Quartz cron expression: Illegal characters for this"
                        + " position: 'TOM'",
                "4: groups[1]: the name production is another group's already",
                "6: groups[1].schedule.incremental: 'every 2s' is not between 10 seconds and 366 days",
                "7: groups[2]: name is missing",
                "7: groups[2]: schedule is missing");
    }

    @Test
    void fillsInTheDefaults() throws IOException {
        ServerDefinition server = read(MINIMAL).getFirst();

        assertThat(server.settings()).isEqualTo(ServerSettings.at("localhost", 1433));
        assertThat(server.environment()).isNull();
        assertThat(server.tags()).isEmpty();
        assertThat(server.query()).isNull();
    }

    @Test
    void reportsEveryMistakeAtOnceWithItsLineAndOption() {
        assertProblems(
                """
                servers:
                  - name: Erp_Prod
                    host: db\\SQL1
                    prot: 1433
                    port: 70000
                    instance: SQL1
                    harvest: {type: sql, username: sa, password: "${NOWHERE}"}
                    query: {type: ntlm, username: sa, password: canary}
                    tls: {encrypt: "maybe", trustServerCertificate: perhaps}
                    applicationIntent: readonly
                    databases: {include: ["*", "erp\\\\"], exlude: []}
                    limits: {connections: 0, loginTimeoutSeconds: 1.5, statementsPerMinute: fast, sourceSecondsPerRun: 0}
                    schedule: {full: "0 0 25 * * ?", zone: Mars/Olympus}
                  - name: shop
                    harvest: {type: sql, password: "file:/nowhere/at/all"}
                    port: 1433
                    port: 1434
                  - name: shop
                    host: localhost
                    tags: erp
                    harvest: {type: magic, username: sa, password: "${PW}"}
                """,
                "2: servers[0].name: 'Erp_Prod' is not a server name: 1 to 63 of a-z, 0-9 and -, not beginning with -",
                "3: servers[0].host: 'db\\SQL1' holds an instance: write it as the option instance",
                "4: servers[0].prot: unknown option; did you mean port?",
                "5: servers[0].port: '70000' is not a whole number from 1 to 65535",
                "6: servers[0].instance: is given beside port: give one of them",
                "7: servers[0].harvest.password: the environment variable NOWHERE is not set",
                "8: servers[0].query.type: authentication type 'ntlm' is not built yet; the one there is is sql",
                "8: servers[0].query.password: a secret is never written literally; use ${ENV_NAME} or file:/path",
                "9: servers[0].tls.encrypt: 'maybe' is none of false, true, strict",
                "9: servers[0].tls.trustServerCertificate: 'perhaps' is neither true nor false",
                "10: servers[0].applicationIntent: 'readonly' is none of ReadWrite, ReadOnly",
                "11: servers[0].databases.exlude: unknown option; did you mean exclude?",
                "11: servers[0].databases.include[1]: a pattern must not end in a lone backslash (write two for a"
                        + " backslash)",
                "12: servers[0].limits.connections: '0' is not a whole number from 1 to 64",
                "12: servers[0].limits.loginTimeoutSeconds: '1.5' is not a whole number from 1 to 600",
                "12: servers[0].limits.statementsPerMinute: 'fast' is not a whole number from 1 to 1000000",
                "12: servers[0].limits.sourceSecondsPerRun: '0' is not a whole number from 1 to 604800",
                "13: servers[0].schedule.full: '0 0 25 * * ?' is not a Quartz cron expression: Hour values must be"
                        + " between 0 and 23",
                "13: servers[0].schedule.zone: 'Mars/Olympus' is not a time zone such as UTC or Europe/Berlin",
                "14: servers[1]: host is missing",
                "15: servers[1].harvest: username is missing",
                "15: servers[1].harvest.password: the file /nowhere/at/all cannot be read",
                "17: servers[1].port: is given twice (first on line 16)",
                "18: servers[2].name: the name is taken by the server on line 14",
                "20: servers[2].tags: must be a list, such as [a, b]",
                "21: servers[2].harvest.type: unknown authentication type 'magic'; the one there is is sql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: '0x10'               | .port: '0x10' is not a whole number from 1 to 65535",
                "port: -1                   | .port: '-1' is not a whole number from 1 to 65535",
                "port: 99999999999          | .port: '99999999999' is not a whole number from 1 to 65535",
                "port:                      | .port: has no value: give one or leave the option out",
                "instance: 'A B'            | .instance: 'A B' is not an instance name (1 to 16 letters and digits)",
                "environment: ' prod'       | .environment: ' prod' is longer than 63 characters or has blanks around it",
                "tags: [a, a]               | .tags[1]: 'a' is given twice",
                "tags: [a, '']              | .tags[1]: is empty",
                "query: canary              | .query: must hold the options type, username, password",
                "tls: {encrypt: strict, trustServerCertificate: true} | .tls.trustServerCertificate: cannot be true "
                        + "where encrypt is strict, which always checks",
                "databases: {include: []}   | .databases.include: is empty and would match nothing",
                "schedule: {full: '0 0 2 30 2 ?'} | .schedule.full: '0 0 2 30 2 ?' never comes due",
                "schedule: {misfire: later} | .schedule.misfire: 'later' is not once or skip",
                "schedule: {incremental: every hour} | .schedule.incremental: 'every hour' is not an interval such as "
                        + "every 30s, every 15m, every 4h or every 1d",
                "schedule: {blackout: [8-18]} | .schedule.blackout[0]: '8-18' is not a blackout such as "
                        + "MON-FRI 08:00-18:00, SUN 22:00-04:00 or * 12:00-13:00",
                "schedule: {full: '0 0 2 * *'} | .schedule.full: '0 0 2 * *' is not a Quartz cron expression: "
                        + "Unexpected end of expression.",
                "servers: []                | .servers: unknown option; known here are name, host, port, instance, "
                        + "environment, tags, harvest, query, tls, applicationIntent, databases, schemas, limits, "
                        + "schedule"
            })
    void refuses(String line, String message) {
        assertProblems(MINIMAL + "    " + line + "\n", "5: servers[0]" + message);
    }

    @Test
    void refusesASecretManagersReferenceByName() {
        assertProblems(
                MINIMAL.replace("${PW}", "vault:secret/erp"),
                "4: servers[0].harvest.password: references to a secret manager ('vault:') are not built yet; use"
                        + " ${ENV_NAME} or file:/path");
    }

    @Test
    void refusesAHostThatHoldsAPort() {
        assertProblems(
                MINIMAL.replace("localhost", "db:1433"),
                "3: servers[0].host: 'db:1433' holds a port: write it as the option port");
        assertProblems(
                MINIMAL.replace("localhost", "db;x=y"), "3: servers[0].host: 'db;x=y' is not a host name or address");
    }

    @Test
    void takesAnAddressOfTheNewerKind() throws IOException {
        assertThat(read(MINIMAL.replace("localhost", "'::1'"))
                        .getFirst()
                        .settings()
                        .host())
                .isEqualTo("::1");
    }

    @Test
    void refusesAFileThatHoldsNoServersAtAll() {
        assertProblems("", ": is empty; it must hold the option servers");
        assertProblems("# nothing\n", ": is empty; it must hold the option servers");
        assertProblems("servers:\n", "1: servers: must be a list of servers; write [] if none is meant");
        assertProblems("- erp\n", "1: must hold the options servers, groups");
        assertProblems("servers: []\n---\nservers: []\n", "3: a second YAML document begins here; only one is read");
        assertProblems(
                "servers: [erp]\n", "1: servers[0]: must hold the options " + String.join(", ", ServerOptions.SERVER));
    }

    @Test
    void tellsTheLineWhereTheYamlBreaks() {
        assertProblems(
                MINIMAL + "\ttags: []\n", "5: is not valid YAML: the indentation, a quote or a bracket is wrong here");
        assertProblems(
                MINIMAL + "    environment: a\u0007\n", "5: is not valid YAML: a character that no YAML file may hold");
        assertProblems(
                MINIMAL.replace("\"${PW}\"", "${PW}"),
                "4: is not valid YAML: a bracket or comma is missing, or a ${..} stands without quotes");
        assertProblems(
                MINIMAL.replace("localhost", "*any"),
                "3: is not valid YAML: a value that begins with * must be quoted");
    }

    @Test
    void refusesToDescendForEver() {
        assertProblems(
                "servers: " + "[".repeat(100) + "]".repeat(100), ": is not read: it is nested too deeply or too large");
        assertProblems(
                "servers: &all [*all]",
                "1: servers[0]: must hold the options " + String.join(", ", ServerOptions.SERVER));
    }

    @Test
    void takesWindowsLineEndsAndAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + MINIMAL.replace("\n", "\r\n"))).hasSize(1);
    }

    @Test
    void takesAnAnchorForWhatManyServersShare() throws IOException {
        List<ServerDefinition> servers = read("""
                servers:
                  - {name: a, host: a, harvest: &login {type: sql, username: sa, password: "${PW}"}}
                  - {name: b, host: b, harvest: *login}
                """);

        assertThat(servers.get(1).harvest()).isEqualTo(servers.get(0).harvest());
    }

    @Test
    void saysWhenTheFileIsNotThere() {
        assertThatThrownBy(() -> RegistryFile.read(folder.resolve("none.yml"), ENVIRONMENT::get))
                .hasMessage(folder.resolve("none.yml") + ": does not exist");
        assertThatThrownBy(() -> RegistryFile.read(folder, ENVIRONMENT::get)).hasMessage(folder + ": cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: *canary",
                "password: !canary!canary x",
                "password: &canary",
                "password: @canary",
                "password: `canary`",
                "password: %canary",
                "password: \"canary\\q\"",
                "password: \"canary",
                "password: [canary",
                "password: {canary",
                "password: canary: canary",
                "password: |canary",
                "password: >canary",
                "password: canary\u0007",
                "password: canary",
                "password: !!binary canary",
                "password: [canary]",
                "password: {a: canary}",
                "password: - canary",
                "password: ? canary",
                "password: \"canary\" canary",
                "password: '${PW}'\n    canary",
                "pass: canary",
                "canary:",
                "<<: canary",
                "password: {type: sql, canary}",
                "canary"
            })
    void neverRepeatsAPasswordThatWasWrittenLiterally(String line) throws IOException {
        String text = """
                servers:
                  - name: erp
                    host: localhost
                    harvest:
                      type: sql
                      username: sa
                      %s
                """.formatted(line);
        Path file = Files.writeString(folder.resolve("servers.yml"), text);

        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class, () -> RegistryFile.read(file, Map.<String, String>of()::get));

        assertThat(thrown.getMessage()).doesNotContain("canary");
        assertThat(thrown.getCause()).isNull();
    }

    private List<ServerDefinition> read(String text) throws IOException {
        return RegistryFile.read(Files.writeString(folder.resolve("servers.yml"), text), ENVIRONMENT::get);
    }

    private void assertProblems(String text, String... problems) {
        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> read(text));
        assertThat(thrown).as(text).isNotNull();
        String file = folder.resolve("servers.yml").toString();

        assertThat(thrown.getMessage()
                        .lines()
                        .map(line -> line.replace(file + ":", "").strip()))
                .containsExactly(Arrays.stream(problems)
                        .map(problem -> problem.startsWith(": ") ? problem.substring(2) : problem)
                        .toArray(String[]::new));
    }
}

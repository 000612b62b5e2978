package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void startFromAnEmptyRegistry() throws IOException {
        program = new TestProgram(store, folder);
    }

    @Test
    void printsItsUsageAndRefusesWithoutACommand() {
        var ended = program.run();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Usage: harvester", "register", "harvest", "relaunch", "rotate-keys");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(program.run("harvest", "--everything").code()).isEqualTo(2);
    }

    @Test
    void refusesAModeThatDoesNotExist() {
        assertThat(program.run("harvest", "--mode", "quick").code()).isEqualTo(2);
    }

    @Test
    void registersTheServersOfTheFile() throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", 14330) + TestProgram.server("shop", 14331));

        var first = program.run("register", "--json");
        var second = program.run("register", "--json");

        assertThat(first.code()).isZero();
        assertThat(first.json().at("/added/1").asString()).isEqualTo("shop");
        assertThat(second.json().at("/unchanged/0").asString()).isEqualTo("erp");
        assertThat(first.out() + first.err()).doesNotContain(TestProgram.CANARY);
    }

    @Test
    void listsEveryMistakeOfTheFileAndStoresNothing() throws IOException {
        program.servers("""
                servers:
                  - name: ERP
                    host: 127.0.0.1
                    harvest: {type: kerberos, username: sa, password: "${SOURCE_PASSWORD}"}
                  - name: shop
                    host: 127.0.0.1
                    port: 99999
                    harvest: {type: sql, username: sa, password: "${NOT_SET}"}
                """);

        var ended = program.run("register");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSizeGreaterThanOrEqualTo(4).allMatch(line -> line.contains("servers.yml:"));
        assertThat(ended.err()).contains("servers.yml:2", "kerberos", "99999", "NOT_SET");
        assertThat(store.owner()
                        .sql("SELECT count(*) FROM granary.server")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAHarvestOfServersThatAreNotRegistered() throws IOException {
        assertThat(program.run("harvest").code()).isEqualTo(2);
        program.servers("servers:\n" + TestProgram.server("erp", 14330)).run("register");

        var ended = program.run("harvest", "--server", "shop*");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("No registered server matches shop*");
        assertThat(program.run("runs", "--json").json().at("/items").size()).isZero();
    }

    @Test
    void refusesToWorkWithAKeyThatOpensNothing() throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", 14330)).run("register");
        program.set("ENCRYPTION_KEY", KeyRing.newKey());

        var ended = program.run("harvest");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("erp").doesNotContain(TestProgram.CANARY);
    }

    @Test
    void letsOneBadCredentialFailItsOwnServerOnly() throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort())
                        + TestProgram.server("shop", TestProgram.closedPort()))
                .run("register");
        var lost = KeyRing.parse(KeyRing.newKey()).encrypt(Secret.of(TestProgram.CANARY));
        store.owner()
                .sql(
                        "UPDATE granary.harvest_credential SET secret = :lost WHERE server_id = (SELECT id FROM granary.server WHERE name = 'erp')")
                .param("lost", lost)
                .update();

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.json().at("/failures/0/server").asString()).isEqualTo("erp");
        assertThat(ended.json().at("/failures/0/code").asString()).isEqualTo("credential");
        assertThat(ended.json().at("/failures/1/server").asString()).isEqualTo("shop");
        assertThat(ended.json().at("/failures/1/code").asString()).isEqualTo("refused");
        assertThat(program.run("doctor").out()).contains("erp failed").contains("shop failed");
    }

    @Test
    void movesCredentialsToTheFirstKey() throws IOException {
        program.servers("servers:\n" + TestProgram.server("erp", 14330)).run("register");
        var first = program.value("ENCRYPTION_KEY");
        var second = KeyRing.newKey();

        var rotated = program.set("ENCRYPTION_KEY", second + "," + first).run("rotate-keys", "--json");

        assertThat(rotated.code()).isZero();
        assertThat(rotated.json().at("/harvest").asInt()).isEqualTo(1);
        assertThat(program.set("ENCRYPTION_KEY", second).run("register").code()).isZero();
    }

    @Test
    void namesTheVariablesThatAreNotSet() {
        program.set("GRANARY_DB_URL", "").set("GRANARY_HARVESTER_PASSWORD", "");

        var ended = program.run("runs");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("GRANARY_DB_URL").contains("GRANARY_HARVESTER_PASSWORD");
    }

    @Test
    void refusesToRelaunchARunThatDoesNotExist() {
        var ended = program.run("relaunch", "4711");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no run 4711");
    }

    @Test
    void saysInALineThatTheStoreCannotBeReached() {
        var ended = program.set("GRANARY_DB_URL", "jdbc:postgresql://127.0.0.1:1/granary")
                .run("harvest");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("GRANARY_DB_URL");
    }

    @Test
    void refusesAStoreThatIsNotMigrated() {
        var ended = program.set("GRANARY_DB_URL", store.url().replace("/granary", "/template1"))
                .run("harvest");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("not migrated");
    }
}

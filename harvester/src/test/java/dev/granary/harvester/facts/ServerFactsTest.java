package dev.granary.harvester.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the real driver against the emulator, by whole harvests into a real store. */
class ServerFactsTest {

    private static final String FACTS = """
            SELECT fact || ' ' || (seen_to IS NULL) FROM granary.server_fact WHERE server_id = ? ORDER BY fact, seen_from""";

    private final TestStore store = TestStore.forHarvests();
    private EmulatedServer engine;
    private EmulatorServer server;

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void register() throws IOException {
        serve(ServerOptions.named("ERP", TestProgram.CANARY), 0);
        program = new TestProgram(store, folder).servers("servers:\n" + TestProgram.server("erp", server.port()));
        program.run("register");
    }

    @AfterEach
    void stop() {
        server.close();
        engine.close();
    }

    @Test
    void keepsWhatAServerSaysOfItselfAndWritesNothingWhileItSaysTheSame() {
        program.run("harvest");
        long mark = store.mark();
        program.run("harvest");

        assertThat(store.list(FACTS, 1)).containsExactly("configuration true", "linkedServers true", "properties true");
        assertThat(store.rowsWrittenSince(mark)).doesNotContainKeys("server_fact", "server_fact_reading");
        assertThat(fact("properties"))
                .contains("\"edition\":\"Developer Edition (64-bit)\"", "\"isXTPSupported\":\"1\"");
        assertThat(fact("configuration"))
                .contains("{\"name\":\"max degree of parallelism\",\"value\":\"0\",\"valueInUse\":\"0\"}");
    }

    @Test
    void asksForAllOfThemInOneRoundTrip() throws Exception {
        try (var connection = DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false".formatted(server.port()), "sa", TestProgram.CANARY)) {
            long before = server.counters().now().roundTrips();

            assertThat(FactReader.read(connection))
                    .extracting(FactReading::status)
                    .containsOnly(FactReading.Status.COMPLETE);

            assertThat(server.counters().now().roundTrips() - before).isEqualTo(1);
        }
    }

    @Test
    void endsWhatWasSaidBeforeWhereTheServerSaysOtherwise() throws IOException {
        program.run("harvest");
        int port = server.port();
        stop();
        serve(ServerOptions.named("ERP", TestProgram.CANARY).withVersion("16.0.9999.1"), port);
        program.run("harvest");

        assertThat(store.list(FACTS, 1))
                .containsExactly("configuration true", "linkedServers true", "properties false", "properties true");
        assertThat(fact("properties")).contains("\"productVersion\":\"16.0.9999.1\"");
    }

    @Test
    void marksWhatIsDeniedAndKeepsWhatWasKnown() {
        program.run("harvest");
        server.faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Fail(229, 14, 5, "No."))
                        .onText("sys\\.configurations"));

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).isZero();
        assertThat(fared()).containsEntry("configuration", "denied 229").containsEntry("properties", "complete ");
        assertThat(fact("configuration")).contains("max degree of parallelism");
    }

    @Test
    void marksWhatTheEngineLacksAndReadsTheRest() throws IOException {
        int port = server.port();
        stop();
        serve(ServerOptions.named("ERP", TestProgram.CANARY).without("sys.configurations", "sys.servers"), port);
        program.run("harvest");

        assertThat(fared())
                .containsEntry("configuration", "unsupported 208")
                .containsEntry("linkedServers", "unsupported 208")
                .containsEntry("properties", "complete ");
    }

    @Test
    void keepsNoPasswordThatSomebodyWroteIntoALinkedServer() {
        var canary = "cAnary7Linked";
        link("plain", "data.example.com\\SALES", "provider", "floor 2");
        link("ado", "tcp:h;User ID=sa;Password=" + canary, "", "");
        link("odbc", "DSN=x;UID=sa; PWD = {" + canary + "}", "", "");
        link("url", "mongodb://reader:" + canary + "@docs.example.com/x", "", "");
        link("oracle", "scott/" + canary + "@ora.example.com:1521/xe", "", "");
        link("place", "h", "", "key vault;passwd:" + canary);
        link("provided", "h", "Server=h;User ID=sa;Password=" + canary, "");
        engine.run("EXEC sp_addlinkedsrvlogin @rmtsrvname = N'plain', @useself = N'false', @locallogin = NULL,"
                + " @rmtuser = N'sa', @rmtpassword = N'" + canary + "'");
        program.run("harvest");

        assertThat(fact("linkedServers"))
                .contains("\"dataSource\":\"data.example.com\\\\SALES\",\"linked\":true,\"location\":\"floor 2\"")
                .contains("\"name\":\"provided\"")
                .contains("\"dataSource\":\"(withheld: it holds a password)\"")
                .contains("\"location\":\"(withheld: it holds a password)\"")
                .doesNotContain(canary, "User ID", "scott", "provider_string");
    }

    private void link(String name, String source, String provided, String place) {
        engine.run("""
                EXEC sp_addlinkedserver @server = N'%s', @srvproduct = N'', @provider = N'MSOLEDBSQL', @datasrc = N'%s',
                    @provstr = N'%s', @location = N'%s'
                """.formatted(name, source, provided, place));
    }

    private void serve(ServerOptions options, int port) {
        engine = EmulatedServer.create(options);
        server = EmulatorServer.builder(engine).port(port).start();
    }

    private String fact(String fact) {
        return store.list(
                        "SELECT body FROM granary.server_fact WHERE server_id = ? AND seen_to IS NULL AND fact = '"
                                + fact + "'",
                        1)
                .getFirst();
    }

    private Map<String, String> fared() {
        var fared = new TreeMap<String, String>();
        store.list(
                        "SELECT fact || '=' || status || ' ' || coalesce(code, '') FROM granary.server_fact_reading WHERE server_id = ?",
                        1)
                .forEach(row -> fared.put(row.substring(0, row.indexOf('=')), row.substring(row.indexOf('=') + 1)));
        return fared;
    }
}

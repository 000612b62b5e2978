package dev.granary.harvester.assemble;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;

/** The emulator keeps the contract of kinds; where {@code SQLSERVER_TEST_URL} names a real server, that one has to instead. */
class HarvestedKindTest extends KindContract {

    private static final String PASSWORD = "Every-kind-1";
    private static final String REAL = System.getenv("SQLSERVER_TEST_URL");
    private static final String DATABASE =
            "granary_kinds_" + ProcessHandle.current().pid();

    private final EmulatedServer engine;
    private final EmulatorServer server;
    private final Connection connection;

    HarvestedKindTest() throws IOException, SQLException {
        engine = EmulatedServer.create("KINDS", PASSWORD);
        server = EmulatorServer.builder(engine).start();
        connection = DriverManager.getConnection(
                REAL != null
                        ? REAL
                        : "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s"
                                .formatted(server.port(), PASSWORD));
        run("CREATE DATABASE " + DATABASE);
        connection.setCatalog(DATABASE);
    }

    @AfterAll
    void drop() throws SQLException, IOException {
        undo();
        connection.setCatalog("master");
        run("DROP DATABASE " + DATABASE);
        connection.close();
        server.close();
        engine.close();
    }

    @Override
    Connection connection() {
        return connection;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

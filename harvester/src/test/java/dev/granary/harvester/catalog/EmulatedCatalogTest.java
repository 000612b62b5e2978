package dev.granary.harvester.catalog;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.core.io.ClassPathResource;

/** The emulator keeps the contract, so that it has looked for no statement's text. */
class EmulatedCatalogTest extends CatalogContract {

    private static final String PASSWORD = "Every-kind-1";

    private EmulatedServer engine;
    private EmulatorServer server;
    private Connection connection;

    @BeforeAll
    void connect() throws IOException, SQLException {
        engine =
                EmulatedServer.create(ServerOptions.named("EVERYKIND", PASSWORD).withVersion("17.0.1000.7"));
        engine.run(new ClassPathResource("every-kind.sql", EmulatedCatalogTest.class)
                .getContentAsString(StandardCharsets.UTF_8));
        server = EmulatorServer.builder(engine).start();
        connection = DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s".formatted(server.port(), PASSWORD));
        connection.setCatalog("every kind");
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
        server.close();
        engine.close();
    }

    @Override
    Connection connection() {
        return connection;
    }
}

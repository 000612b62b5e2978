package dev.granary.emulator.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A fake engine behind a real server, and the real driver's connections to it. */
final class Served implements AutoCloseable {

    final FakeEngine engine = new FakeEngine();
    final EmulatorServer server = EmulatorServer.builder(engine).name("SRV").start();

    Connection connect(String... options) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", "sa");
        properties.put("password", FakeEngine.PASSWORD);
        properties.put("encrypt", "false");
        properties.put("loginTimeout", "10");
        for (String option : options) {
            String[] parts = option.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + server.port(), properties);
    }

    @Override
    public void close() {
        server.close();
    }
}

package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.generator.Generation;
import dev.granary.emulator.session.EmulatorServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriverTest {

    private EmulatedServer engine;
    private EmulatorServer wire;

    @BeforeEach
    void start() {
        engine = Answers.server();
        engine.generate(new Generation(7, "gen", 2, 50, 10));
        engine.run("CREATE DATABASE closed; ALTER DATABASE closed SET OFFLINE");
        wire = EmulatorServer.builder(engine).start();
    }

    @AfterEach
    void stop() {
        wire.close();
        engine.close();
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=5;databaseName=%s"
                        .formatted(wire.port(), database),
                "sa",
                Answers.PASSWORD);
    }

    @Test
    void readsTheCatalogueThroughTheDriver() throws SQLException {
        try (var connection = connect("gen0001");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT c.object_id, c.name, t.name AS type_name, c.is_nullable, o.modify_date, ic.seed_value
                          FROM sys.columns AS c
                          JOIN sys.objects AS o ON o.object_id = c.object_id
                          JOIN sys.types AS t ON t.user_type_id = c.user_type_id
                          LEFT JOIN sys.identity_columns AS ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id
                         WHERE o.type = 'U' AND o.is_ms_shipped = 0
                         ORDER BY c.object_id, c.column_id""")) {
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(rows.getString("name")).isNotEmpty();
                assertThat(rows.getTimestamp("modify_date")).isNotNull();
                if (rows.getString("name").equals("id")) {
                    assertThat(rows.getLong("seed_value")).isEqualTo(1);
                }
            }
            assertThat(count).isEqualTo(500);
        }
    }

    @Test
    void bindsParametersAndChangesTheDatabase() throws SQLException {
        try (var connection = connect("master")) {
            connection.setCatalog("gen0002");
            try (var statement = connection.prepareStatement(
                    "SELECT name, HAS_DBACCESS(?) FROM sys.tables WHERE name LIKE ? AND object_id > ?")) {
                statement.setString(1, "closed");
                statement.setString(2, "table_00000%");
                statement.setInt(3, 0);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(2)).isZero();
                    assertThat(rows.next()).isTrue();
                }
            }
        }
    }

    @Test
    void refusesAnOfflineDatabase() {
        assertThatThrownBy(() -> connect("closed")).hasMessageContaining("Cannot open database");
    }
}

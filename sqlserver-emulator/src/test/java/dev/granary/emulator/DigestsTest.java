package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.generator.Generation;
import dev.granary.emulator.session.EmulatorServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client that looks for change asks: checksums over catalogue views, of any database, in one round trip. */
class DigestsTest {

    private EmulatedServer engine;
    private EmulatorServer wire;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        engine = Answers.server();
        engine.generate(new Generation(7, "gen", 2, 5, 4));
        wire = EmulatorServer.builder(engine).start();
        connection = DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=5".formatted(wire.port()),
                "sa",
                Answers.PASSWORD);
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        wire.close();
        engine.close();
    }

    private static String digest(String name, String view, String id, String values) {
        return """
                SELECT '%s' AS name, COUNT_BIG(*) AS row_count, MAX(d.id) AS max_id, SUM(CAST(d.h AS bigint)) AS sum_h,
                       CHECKSUM_AGG(d.h) AS agg_h
                  FROM (SELECT %s AS id, BINARY_CHECKSUM(%s) AS h FROM sys.%s AS x) AS d
                """.formatted(name, id, values, view);
    }

    private static final String ALL = String.join(
            "UNION ALL\n",
            digest(
                    "columns",
                    "columns",
                    "x.object_id",
                    "x.object_id, x.column_id, CAST(x.name AS varbinary(256)), x.user_type_id, x.is_nullable"),
            digest(
                    "defaults",
                    "default_constraints",
                    "x.object_id",
                    "x.parent_object_id, CONVERT(varbinary(8000), x.definition)"),
            digest("objects", "objects", "x.object_id", "x.object_id, x.create_date, CAST(x.name AS varbinary(256))"));

    private Map<String, String> digests(String database) throws SQLException {
        var before = wire.counters().now();
        Map<String, String> all = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "EXEC [%s].sys.sp_executesql N'%s'".formatted(database, ALL.replace("'", "''")))) {
            while (rows.next()) {
                all.put(
                        rows.getString("name"),
                        "%d %d %d %d".formatted(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getInt(5)));
            }
        }
        assertThat(wire.counters().now().since(before).roundTrips()).isEqualTo(1);
        return all;
    }

    @Test
    void digestsAnotherDatabaseInOneRoundTripAndStaysWhereItIs() throws SQLException {
        assertThat(digests("gen0001")).containsOnlyKeys("columns", "defaults", "objects");
        assertThat(digests("gen0001")).isEqualTo(digests("gen0001")).isNotEqualTo(digests("gen0002"));
        assertThat(connection.getCatalog()).isEqualTo("master");
    }

    @Test
    void computesDigestsFromTheRowsOfTheMoment() throws SQLException {
        var seen = new HashSet<Map<String, String>>();
        seen.add(digests("gen0001"));
        for (var change : new String[] {
            "CREATE TABLE dbo.t (a int NOT NULL, b int)",
            "ALTER TABLE dbo.t ALTER COLUMN a int NULL",
            "ALTER TABLE dbo.t ADD CONSTRAINT d DEFAULT (1) FOR a",
            "EXEC sp_rename 'dbo.t.b', 'B', 'COLUMN'",
            "DROP TABLE dbo.t; CREATE TABLE dbo.t (a int, B int)"
        }) {
            engine.run("USE gen0001; " + change);
            assertThat(seen.add(digests("gen0001"))).as(change).isTrue();
        }
        engine.run("USE gen0001; DROP TABLE dbo.t");
        assertThat(seen.add(digests("gen0001"))).as("back to the start").isFalse();
    }

    @Test
    void givesEveryArgumentOfAChecksumAndTheirOrderAWeight() throws SQLException {
        var numbers = new HashSet<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT BINARY_CHECKSUM(1, 2), BINARY_CHECKSUM(2, 1), BINARY_CHECKSUM(1, NULL), BINARY_CHECKSUM(NULL, 1),
                               BINARY_CHECKSUM(1, 2, 3), BINARY_CHECKSUM(1, 2, NULL), BINARY_CHECKSUM('a', 2), BINARY_CHECKSUM('A', 2)""")) {
            rows.next();
            for (int i = 1; i <= 8; i++) {
                assertThat(numbers.add(rows.getInt(i))).as("column %d", i).isTrue();
            }
        }
    }

    @Test
    void answersManyResultsOfOneBatchInAnotherDatabase() throws SQLException {
        try (var statement = connection.prepareStatement("EXEC [gen0002].sys.sp_executesql ?")) {
            statement.setString(1, "SELECT COUNT(*) FROM sys.tables; SELECT DB_NAME()");
            assertThat(statement.execute()).isTrue();
            try (var first = statement.getResultSet()) {
                first.next();
                assertThat(first.getInt(1)).isEqualTo(5);
            }
            assertThat(statement.getMoreResults()).isTrue();
            try (var second = statement.getResultSet()) {
                second.next();
                assertThat(second.getString(1)).isEqualTo("gen0002");
            }
        }
    }
}

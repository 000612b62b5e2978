package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine that only resembles SQL Server, trait by trait. */
class LookAlikeTest {

    private static final int NUMBER = 33_557_097;

    private Driven server;

    @BeforeEach
    void start() throws SQLException {
        server = Driven.over(EmulatedServer.create(ServerOptions.lookAlike("ALIKE", Answers.PASSWORD, "dbo.broken")));
        server.run("""
                CREATE DATABASE Shop; USE Shop;
                CREATE TABLE dbo.Orders (Id int NOT NULL PRIMARY KEY, [Some Note] nvarchar(50) CONSTRAINT DF_Note DEFAULT ('x'))
                GO
                CREATE PROCEDURE dbo.First AS SELECT 1
                GO
                CREATE PROCEDURE dbo.Broken AS SELECT 2
                GO
                CREATE PROCEDURE dbo.Last AS SELECT 3
                GO""");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    private int error(String sql) {
        try {
            server.rows(sql);
            return 0;
        } catch (SQLException e) {
            return e.getErrorCode();
        }
    }

    @Test
    void hasOneNumberForNearlyEveryError() {
        assertThat(error("SELECT * FROM sys.nothing")).isEqualTo(NUMBER);
        assertThat(error("SELECT nothing FROM sys.tables")).isEqualTo(NUMBER);
        assertThat(error("USE nowhere")).isEqualTo(NUMBER);
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=5;connectRetryCount=0"
                                .formatted(server.wire.port()),
                        "sa",
                        "wrong-1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(18456));
    }

    @Test
    void lacksViewsAndFunctions() {
        assertThat(error("SELECT * FROM sys.parameters")).isEqualTo(NUMBER);
        assertThat(error("SELECT * FROM INFORMATION_SCHEMA.PARAMETERS")).isEqualTo(NUMBER);
        assertThat(error("SELECT * FROM sys.dm_db_partition_stats")).isEqualTo(NUMBER);
        assertThat(error("SELECT CHECKSUM_AGG(object_id) FROM sys.tables")).isEqualTo(NUMBER);
        assertThat(error("SELECT BINARY_CHECKSUM(object_id) FROM sys.tables")).isEqualTo(NUMBER);
        assertThat(error("SELECT HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION')"))
                .isEqualTo(NUMBER);
        assertThat(error("EXEC [shop].sys.sp_executesql N'SELECT 1'")).isEqualTo(NUMBER);
    }

    @Test
    void tellsParametersByTheViewOfAllOfThem() throws SQLException {
        server.run("CREATE PROCEDURE dbo.Take @n int AS SELECT @n");
        assertThat(server.rows("SELECT p.name FROM sys.all_parameters p")).containsExactly("@n");
    }

    @Test
    void tellsRowsOfNoTableThatWasNeverFilled() throws SQLException {
        assertThat(server.rows("SELECT p.rows FROM sys.partitions p JOIN sys.tables t ON t.object_id = p.object_id"))
                .containsExactly("-1");
    }

    @Test
    void numbersTheIndexesOfKeysOtherwiseThanIndexes() throws SQLException {
        assertThat(server.rows("SELECT k.unique_index_id, i.index_id, c.is_included_column FROM sys.key_constraints k"
                        + " JOIN sys.indexes i ON i.object_id = k.parent_object_id AND i.name = k.name"
                        + " JOIN sys.index_columns c ON c.object_id = i.object_id AND c.index_id = i.index_id"))
                .containsExactly("16385|1|true");
    }

    @Test
    void repeatsColumnsThatCountOrAreComputed() throws SQLException {
        server.run("CREATE TABLE dbo.Counted (Id int IDENTITY(1, 1), Twice AS (Id * 2))");
        assertThat(server.rows("SELECT name FROM sys.identity_columns")).containsExactly("id", "id");
        assertThat(server.rows("SELECT name FROM sys.computed_columns")).containsExactly("twice", "twice");
    }

    @Test
    void saysWhichEngineItIs() throws SQLException {
        assertThat(server.rows("SELECT SERVERPROPERTY('BabelfishVersion')")).containsExactly("3.4.0");
    }

    @Test
    void cutsTexts() throws SQLException {
        server.run("CREATE PROCEDURE dbo.Long AS SELECT '%s'".formatted("x".repeat(4000)));
        assertThat(server.rows(
                        "SELECT m.definition FROM sys.sql_modules m JOIN sys.objects o ON o.object_id = m.object_id"
                                + " WHERE o.name = 'long'"))
                .singleElement()
                .asString()
                .hasSize(4000);
    }

    @Test
    void tellsTheSeedOfNoIdentityOutsideTheDefaultSchema() throws SQLException {
        server.run("CREATE SCHEMA far");
        server.run(
                "CREATE TABLE far.Counted (Id int IDENTITY(3, 1)); CREATE TABLE dbo.Counted (Id int IDENTITY(4, 1))");
        assertThat(server.rows(
                        "SELECT CONVERT(int, seed_value) FROM sys.identity_columns GROUP BY seed_value ORDER BY 1"))
                .containsExactly("-", "4");
    }

    @Test
    void showsNoSequencesAndNoDependencies() throws SQLException {
        server.run("CREATE SEQUENCE dbo.Numbers AS int START WITH 1");
        server.run("CREATE VIEW dbo.Seen AS SELECT o.Id FROM dbo.Orders AS o");
        assertThat(server.rows("SELECT name FROM sys.objects WHERE type = 'SO'"))
                .containsExactly("numbers");
        assertThat(server.rows("SELECT name FROM sys.sequences")).isEmpty();
        assertThat(server.rows("SELECT referencing_id FROM sys.sql_expression_dependencies"))
                .isEmpty();
    }

    @Test
    void cannotCastWhatDatabasesAreSetTo() {
        assertThat(error("SELECT CONVERT(nvarchar(256), c.value) FROM sys.database_scoped_configurations c"))
                .isEqualTo(NUMBER);
    }

    @Test
    void saysWhatItLacksWhenItsColumnsAreProbed() throws SQLException {
        assertThat(
                        server.rows(
                                "SELECT o.name FROM sys.all_objects o WHERE o.name IN ('parameters', 'dm_db_partition_stats', 'tables') AND o.schema_id = 16388"))
                .containsExactly("tables");
        assertThat(server.rows("SELECT o.name FROM sys.all_objects o WHERE o.schema_id IN (3, 4)"))
                .isEmpty();
        assertThat(
                        server.rows(
                                "SELECT c.name FROM sys.all_columns c JOIN sys.all_objects o ON o.object_id = c.object_id WHERE o.name = 'default_constraints' AND c.name LIKE 'modif%'"))
                .containsExactly("modified_date");
        assertThat(error("SELECT modify_date FROM sys.default_constraints")).isEqualTo(NUMBER);
    }

    @Test
    void writesNamesInLowerCase() throws SQLException {
        assertThat(server.rows("SELECT name FROM sys.columns WHERE object_id > 10000 ORDER BY column_id"))
                .containsExactly("id", "some note");
        assertThat(server.rows(
                        "SELECT TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS ORDER BY ORDINAL_POSITION"))
                .containsExactly("orders|id", "orders|some note");
        assertThat(server.rows("SELECT name FROM sys.databases WHERE database_id > 4"))
                .containsExactly("shop");
    }

    @Test
    void neverMovesModifyDate() throws SQLException {
        var before = server.rows("SELECT name, modify_date FROM sys.objects ORDER BY name");
        server.run("ALTER TABLE dbo.Orders ADD More int");
        assertThat(server.rows("SELECT name, modify_date FROM sys.objects ORDER BY name"))
                .isEqualTo(before);
    }

    @Test
    void listsColumnsOfTablesThatItDoesNotList() throws SQLException {
        assertThat(
                        server.rows(
                                "SELECT c.object_id FROM sys.columns c LEFT JOIN sys.objects o ON o.object_id = c.object_id WHERE o.object_id IS NULL GROUP BY c.object_id ORDER BY c.object_id"))
                .containsExactly("1247", "1249", "1259");
        assertThat(server.rows("SELECT name FROM sys.columns WHERE object_id = 1259 ORDER BY column_id"))
                .containsExactly("oid", "relname");
    }

    @Test
    void failsAtTheOneDefinitionItCannotReadAfterSomeRows() throws SQLException {
        int rows = 0;
        try (var statement = server.connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT m.object_id, m.definition FROM sys.sql_modules m ORDER BY m.object_id")) {
            while (result.next()) {
                rows++;
            }
            assertThat(rows).as("the whole result came").isNegative();
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).isEqualTo(NUMBER);
        }
        assertThat(rows).isEqualTo(1);
        assertThat(server.rows("SELECT object_id FROM sys.sql_modules")).hasSize(3);
        assertThat(
                        server.rows(
                                "SELECT m.definition FROM sys.sql_modules m JOIN sys.objects o ON o.object_id = m.object_id WHERE o.name <> 'broken' ORDER BY o.name"))
                .containsExactly("CREATE PROCEDURE dbo.First AS SELECT 1", "CREATE PROCEDURE dbo.Last AS SELECT 3");
    }

    @Test
    void runsAStatementToItsEndWhateverIsCancelled() throws Exception {
        var before = server.wire.counters().now();
        try (var other = server.connect();
                var statement = other.createStatement()) {
            var run = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement.execute("WAITFOR DELAY '00:00:00.300'; CREATE TABLE shop.dbo.later (a int)");
                } catch (SQLException cancelled) {
                    return false;
                }
            });
            while (server.wire.counters().now().since(before).roundTrips() < 1) {
                Thread.sleep(5);
            }
            statement.cancel();
            run.get(10, TimeUnit.SECONDS);
        }
        assertThat(server.rows("SELECT name FROM sys.tables WHERE name = 'later'"))
                .containsExactly("later");
    }
}

package dev.granary.emulator;

import static dev.granary.emulator.Answers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.engine.Login;
import dev.granary.emulator.generator.Generation;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private EmulatedServer server;

    @BeforeEach
    void start() {
        server = Answers.server();
        server.run("""
                CREATE DATABASE shop; CREATE DATABASE off; ALTER DATABASE off SET OFFLINE;
                CREATE LOGIN reader WITH PASSWORD = 'r'; CREATE LOGIN stranger WITH PASSWORD = 's';
                CREATE LOGIN harvest WITH PASSWORD = 'h'; GRANT CONNECT ANY DATABASE TO harvest; GRANT VIEW ANY DEFINITION TO harvest;
                USE shop;
                CREATE USER reader FOR LOGIN reader;
                CREATE TABLE dbo.Seen (Id int NOT NULL DEFAULT 1);
                CREATE TABLE dbo.Hidden (Id int);
                GRANT SELECT ON dbo.Seen TO reader;
                GO
                CREATE PROCEDURE dbo.P AS SELECT 1
                GO
                GRANT EXECUTE ON dbo.P TO reader
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answers as(String login, String sql) {
        try (var session = server.open(new Login(login, login.substring(0, 1), "shop", "test", false))) {
            return ask(session, sql);
        }
    }

    @Test
    void showsALoginOnlyWhatItHasSomePermissionOn() {
        assertThat(as("reader", "SELECT name FROM sys.tables").first()).containsExactly("Seen");
        assertThat(as("reader", "SELECT definition FROM sys.sql_modules").rows.toString())
                .isEqualTo("[[null]]");
        assertThat(as("reader", "SELECT definition FROM sys.default_constraints")
                        .rows
                        .toString())
                .isEqualTo("[[null]]");
        assertThat(as("harvest", "SELECT name FROM sys.tables ORDER BY name").first())
                .containsExactly("Hidden", "Seen");
        assertThat(as("harvest", "SELECT definition FROM sys.sql_modules").value())
                .isEqualTo("CREATE PROCEDURE dbo.P AS SELECT 1");
        assertThat(as("harvest", "SELECT HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION')")
                        .value())
                .isEqualTo(1);
        assertThat(as("reader", "SELECT HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION')")
                        .value())
                .isEqualTo(0);
    }

    @Test
    void answersWithSqlServersOwnErrorNumbers() {
        try (var sa = Answers.login(server, "shop")) {
            assertThat(Answers.error(sa, "SELECT nothing FROM sys.tables")).isEqualTo(207);
            assertThat(Answers.error(sa, "SELECT * FROM sys.no_such_view")).isEqualTo(208);
            assertThat(Answers.error(sa, "USE nowhere")).isEqualTo(911);
            assertThat(Answers.error(sa, "USE off")).isEqualTo(942);
            assertThat(Answers.error(sa, "SELEC 1")).isEqualTo(2812);
            assertThat(Answers.error(sa, "CREATE TABLE t (a int,")).isEqualTo(102);
            assertThat(Answers.error(sa, "SELECT * FROM sys.tables t CROSS APPLY (SELECT 1 AS a) x"))
                    .isEqualTo(50999);
        }
        try (var harvest = server.open(new Login("harvest", "h", "shop", "test", false))) {
            assertThat(Answers.error(harvest, "SELECT * FROM dbo.Seen")).isEqualTo(229);
        }
        try (var stranger = server.open(new Login("stranger", "s", "master", "test", false))) {
            assertThat(Answers.error(stranger, "USE shop")).isEqualTo(916);
        }
    }

    @Test
    void answersTheSameHoweverAStatementIsWritten() {
        var plain = ask(
                server,
                "shop",
                "SELECT t.name, c.name AS col FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id ORDER BY t.name");
        var other = ask(server, "master", """
                /* other */ WITH x AS (SELECT object_id, [name] FROM [shop].[sys].[TABLES] WITH (NOLOCK))
                SELECT col = "c"."name", tab = x.name -- turned round
                FROM x INNER JOIN shop.sys.columns AS c ON x.object_id = c.object_id ORDER BY 2 OPTION (RECOMPILE);""");
        assertThat(other.rows.stream().map(List::reversed).toList()).isEqualTo(plain.rows);
        assertThat(other.columns.getFirst().name()).isEqualTo("col");
    }

    @Test
    void hashesTextsOfAnyLengthSince2016Only() {
        var hash = "SELECT HASHBYTES('SHA2_256', REPLICATE(CAST(N'a' AS nvarchar(max)), %d))";

        assertThat(HexFormat.of().withUpperCase().formatHex((byte[])
                        ask(server, "shop", hash.formatted(5_000)).value()))
                .isEqualTo("8096B67ABEBCB7A5E377C9EFE910FC2F6CFBAE5E4185663BDE643E87083BE65C");
        try (var old = EmulatedServer.create(
                        ServerOptions.named("OLD", Answers.PASSWORD).withVersion("12.0.6024.0"));
                var sa = Answers.login(old, "master")) {
            assertThat(ask(sa, hash.formatted(4_000)).value()).isNotNull();
            assertThat(Answers.error(sa, hash.formatted(4_001))).isEqualTo(8152);
        }
    }

    @Test
    void runsWhatCatalogueReadersUse() {
        assertThat(ask(server, "shop", """
                SELECT TOP (1) IIF(1 = 1, N'yes', N'no'), LEN('ab  '), DATALENGTH(N'ab'), QUOTENAME('a]b'), CONVERT(varchar(10), 0x4142, 2),
                       COUNT_BIG(*), CHECKSUM_AGG(CHECKSUM(t.object_id)), STRING_AGG(t.name, ',') WITHIN GROUP (ORDER BY t.name)
                  FROM sys.tables t""").rows.getFirst().subList(0, 6))
                .isEqualTo(List.of("yes", 2, 4, "[a]]b]", "4142", 2L));
        assertThat(ask(server, "master", "EXEC [shop].sys.sp_executesql N'SELECT DB_NAME(), @a', N'@a int', @a = 5")
                        .rows)
                .isEqualTo(List.of(List.of("shop", 5)));
        assertThat(ask(
                                server,
                                "shop",
                                "SET NOCOUNT ON SET LOCK_TIMEOUT 5000 SET TRANSACTION ISOLATION LEVEL READ COMMITTED SELECT @@TRANCOUNT")
                        .value())
                .isEqualTo(0);
        assertThat(ask(
                                server,
                                "shop",
                                "SELECT CASE WHEN EXISTS (SELECT 1 FROM sys.tables WHERE name LIKE 'se%') THEN 1 ELSE 0 END")
                        .value())
                .isEqualTo(1);
        assertThat(ask(
                                server,
                                "shop",
                                "SELECT SERVERPROPERTY('EngineEdition'), CONVERT(int, SERVERPROPERTY('EngineEdition'))")
                        .rows
                        .toString())
                .isEqualTo("[[3, 3]]");
    }

    @Test
    void lacksTheViewsAndColumnsItIsToldTo() {
        try (var old = EmulatedServer.create(ServerOptions.named("OLD", Answers.PASSWORD)
                        .without("sys.masked_columns", "sys.tables.ledger_type"));
                var session = Answers.login(old, "master")) {
            assertThat(Answers.error(session, "SELECT * FROM sys.masked_columns"))
                    .isEqualTo(208);
            assertThat(Answers.error(session, "SELECT ledger_type FROM sys.tables"))
                    .isEqualTo(207);
            assertThat(ask(
                                    session,
                                    "SELECT COUNT(*) FROM sys.all_columns c JOIN sys.all_objects o ON o.object_id = c.object_id WHERE o.name = 'tables' AND c.name = 'ledger_type'")
                            .value())
                    .isEqualTo(0);
        }
    }

    @Test
    void generatesTheSameFromTheSameSeed() {
        var sql =
                "SELECT o.name, c.name, c.user_type_id, c.object_id FROM sys.columns c JOIN sys.objects o ON o.object_id = c.object_id ORDER BY c.object_id, c.column_id";
        try (var other = Answers.server()) {
            server.generate(new Generation(3, "g", 3, 20, 8));
            other.generate(new Generation(3, "g", 3, 20, 8));
            assertThat(ask(other, "g0002", sql).rows)
                    .isEqualTo(ask(server, "g0002", sql).rows)
                    .hasSize(160);
            assertThat(ask(other, "g0003", sql).rows).isNotEqualTo(ask(server, "g0002", sql).rows);
        }
    }
}

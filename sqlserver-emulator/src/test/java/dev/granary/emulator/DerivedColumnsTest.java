package dev.granary.emulator;

import static dev.granary.emulator.Answers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivedColumnsTest {

    private EmulatedServer server;

    @BeforeEach
    void start() {
        server = Answers.server();
        server.run("""
                CREATE DATABASE erp COLLATE Latin1_General_100_CI_AS
                GO
                USE erp
                GO
                CREATE TYPE dbo.amount FROM decimal(19, 4) NOT NULL;
                CREATE TABLE dbo.head (id int NOT NULL PRIMARY KEY, code varchar(10) COLLATE Latin1_General_BIN2 NOT NULL, note nvarchar(20));
                CREATE TABLE dbo.line (head_id int NOT NULL, amount dbo.amount, made smalldatetime NOT NULL)
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepWhatTheirTableSaysOfThem() {
        server.run("""
                USE erp
                GO
                CREATE VIEW dbo.v AS SELECT h.code, h.note, l.amount, l.made, 1 AS one FROM dbo.head h JOIN dbo.line l ON l.head_id = h.id
                GO
                CREATE VIEW dbo.w(a) AS SELECT amount FROM dbo.v
                GO
                CREATE FUNCTION dbo.f(@id int) RETURNS TABLE AS RETURN (SELECT code AS c FROM dbo.head WHERE id = @id)
                """);
        assertThat(columns("v"))
                .containsExactly(
                        "[code, varchar, 10, false, Latin1_General_BIN2]",
                        "[note, nvarchar, 40, true, Latin1_General_100_CI_AS]",
                        "[amount, amount, 9, false, null]",
                        "[made, smalldatetime, 4, false, null]",
                        "[one, int, 4, false, null]");
        assertThat(columns("w")).containsExactly("[a, amount, 9, false, null]");
        assertThat(columns("f")).containsExactly("[c, varchar, 10, false, Latin1_General_BIN2]");
    }

    @Test
    void mayBeNullOnTheFarSideOfAnOuterJoinOnly() {
        server.run("""
                USE erp
                GO
                CREATE VIEW dbo.l AS SELECT h.id, l.made FROM dbo.head h LEFT JOIN dbo.line l ON l.head_id = h.id
                GO
                CREATE VIEW dbo.r AS SELECT h.id, l.made FROM dbo.head h RIGHT OUTER JOIN dbo.line l ON l.head_id = h.id
                """);
        assertThat(columns("l")).containsExactly("[id, int, 4, false, null]", "[made, smalldatetime, 4, true, null]");
        assertThat(columns("r")).containsExactly("[id, int, 4, true, null]", "[made, smalldatetime, 4, false, null]");
    }

    @Test
    void areTypedAsArithmeticSaysWhenComputed() {
        server.run("""
                USE erp;
                CREATE TABLE dbo.t (m money NOT NULL, d decimal(18,3) NOT NULL, e decimal(5,2), i int, s smallint,
                    a AS (isnull(([m]+[m])+[m],(0))), b AS (d * e), c AS (d - e), f AS (d / e), g AS (i * s), h AS (m * i),
                    j AS (e * (1 + i)), k AS (d * d * d * d), l AS (2 * e))""");
        assertThat(ask(server, "erp", """
                SELECT c.name, t.name, c.precision, c.scale, c.is_nullable FROM sys.computed_columns c
                  JOIN sys.types t ON t.user_type_id = c.user_type_id ORDER BY c.column_id""").rows.stream().map(Object::toString))
                .containsExactly(
                        "[a, money, 19, 4, false]",
                        "[b, decimal, 24, 5, true]",
                        "[c, decimal, 19, 3, true]",
                        "[f, decimal, 26, 9, true]",
                        "[g, int, 10, 0, true]",
                        "[h, money, 19, 4, true]",
                        "[j, decimal, 16, 2, true]",
                        "[k, decimal, 38, 6, true]",
                        "[l, decimal, 7, 2, true]");
    }

    @Test
    void includeTheKeysOfTheTableThatAFunctionReturns() {
        server.run("""
                USE erp
                GO
                CREATE FUNCTION dbo.sheet() RETURNS @t TABLE (no char(8) NOT NULL PRIMARY KEY, at date DEFAULT getdate(), n int UNIQUE)
                AS BEGIN RETURN END
                """);
        var keys = "SELECT k.type, c.name, k.parent_object_id - OBJECT_ID('dbo.sheet') FROM sys.key_constraints k"
                + " JOIN sys.index_columns i ON i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id"
                + " JOIN sys.columns c ON c.object_id = i.object_id AND c.column_id = i.column_id"
                + " WHERE k.parent_object_id = OBJECT_ID('dbo.sheet') ORDER BY k.unique_index_id";
        assertThat(ask(server, "erp", keys).rows).containsExactly(List.of("PK", "no", 0), List.of("UQ", "n", 0));
        assertThat(columns("sheet"))
                .containsExactly(
                        "[no, char, 8, false, Latin1_General_100_CI_AS]",
                        "[at, date, 3, true, null]",
                        "[n, int, 4, true, null]");
        server.run("USE erp\nGO\nALTER FUNCTION dbo.sheet() RETURNS @t TABLE (a int) AS BEGIN RETURN END");
        assertThat(ask(server, "erp", keys).rows).isEmpty();
        server.run("USE erp; DROP FUNCTION dbo.sheet");
        assertThat(ask(server, "erp", "SELECT name FROM sys.default_constraints").rows)
                .isEmpty();
    }

    @Test
    void giveTextInBytesUnitByUnit() {
        server.run("""
                USE erp;
                DECLARE @v nvarchar(100) = N'a' + NCHAR(0) + NCHAR(0xD800) + N'.';
                EXEC sys.sp_addextendedproperty N'MS_Description', @v, 'SCHEMA', 'dbo', 'TABLE', 'head'""");
        assertThat((byte[]) ask(
                                server,
                                "erp",
                                "SELECT CONVERT(varbinary(max), CONVERT(nvarchar(max), value)) FROM sys.extended_properties")
                        .value())
                .containsExactly('a', 0, 0, 0, 0, 0xD8, '.', 0);
    }

    private List<String> columns(String object) {
        return ask(server, "erp", """
                SELECT c.name, t.name, c.max_length, c.is_nullable, c.collation_name FROM sys.columns c
                  JOIN sys.types t ON t.user_type_id = c.user_type_id WHERE c.object_id = OBJECT_ID('dbo.%s')
                 ORDER BY c.column_id""".formatted(object)).rows.stream()
                .map(Object::toString)
                .toList();
    }
}

package dev.granary.emulator;

import static dev.granary.emulator.Answers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private EmulatedServer server;

    @BeforeEach
    void start() {
        server = Answers.server();
        server.run("""
                CREATE DATABASE erp COLLATE Latin1_General_100_CI_AS;
                GO
                USE [erp]
                GO
                CREATE SCHEMA sales AUTHORIZATION dbo
                GO
                CREATE TYPE dbo.Phone FROM varchar(20) NOT NULL;
                CREATE TABLE sales.Customer (
                    Id int IDENTITY(10,5) NOT NULL PRIMARY KEY,
                    Name nvarchar(50) COLLATE Latin1_General_BIN2 NOT NULL UNIQUE,
                    Tel dbo.Phone,
                    Email varchar(100) MASKED WITH (FUNCTION = 'email()') NULL DEFAULT 'x@y',
                    Qty decimal(18,2) NULL CONSTRAINT DF_qty DEFAULT 0 CHECK (Qty > 0 AND Qty BETWEEN 1 AND 5),
                    Total AS (Qty * 2) PERSISTED,
                    Stamp rowversion,
                    Made datetime2(3) DEFAULT GETDATE()
                );
                CREATE TABLE dbo.[Order Line] (
                    [Order Id] bigint NOT NULL, LineNo1 smallint NOT NULL, CustomerId int,
                    Kind char(1) CHECK (Kind IN ('A','B')),
                    CONSTRAINT PK_Line PRIMARY KEY CLUSTERED ([Order Id] ASC, LineNo1 DESC) WITH (FILLFACTOR = 80) ON [PRIMARY],
                    FOREIGN KEY (CustomerId) REFERENCES sales.Customer (Id) ON DELETE CASCADE
                ) ON [PRIMARY];
                CREATE UNIQUE NONCLUSTERED INDEX ix_kind ON dbo.[Order Line] (Kind DESC, CustomerId) INCLUDE (LineNo1) WHERE Kind = 'A';
                GO
                -- A comment before
                CREATE VIEW sales.Names AS SELECT c.Id, c.Name, c.Qty + 1 AS More FROM sales.Customer c
                GO
                CREATE OR ALTER PROCEDURE dbo.Get_it @id int, @name nvarchar(20) = N'x' OUTPUT WITH ENCRYPTION AS SELECT 1
                GO
                CREATE FUNCTION dbo.Twice(@a int) RETURNS int AS BEGIN RETURN @a * 2 END
                GO
                CREATE FUNCTION dbo.Few(@a int) RETURNS TABLE AS RETURN (SELECT Id, Name FROM sales.Customer WHERE Id = @a)
                GO
                CREATE FUNCTION dbo.Many() RETURNS @t TABLE (a int PRIMARY KEY, b nvarchar(10)) AS BEGIN RETURN END
                GO
                CREATE TRIGGER sales.tr ON sales.Customer AFTER INSERT, UPDATE AS RETURN
                GO
                CREATE SYNONYM dbo.Cust FOR sales.Customer;
                CREATE SEQUENCE dbo.Numbers AS int START WITH 5 INCREMENT BY 2;
                DECLARE @v nvarchar(100) = N'a' + NCHAR(0) + NCHAR(0xD800);
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = @v, @level0type = N'SCHEMA', @level0name = N'sales',
                    @level1type = N'TABLE', @level1name = N'Customer', @level2type = N'COLUMN', @level2name = N'Name';
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsColumnsWithTheirTypes() {
        var answers = ask(server, "erp", """
                SELECT c.name, t.name AS type_name, c.max_length, c.precision, c.scale, c.is_nullable, c.collation_name
                  FROM sys.columns AS c
                  JOIN sys.types t ON t.user_type_id = c.user_type_id
                 WHERE c.object_id = OBJECT_ID(N'sales.Customer')
                 ORDER BY c.object_id, c.column_id""");
        assertThat(answers.rows.stream().map(Object::toString))
                .containsExactly(
                        "[Id, int, 4, 10, 0, false, null]",
                        "[Name, nvarchar, 100, 0, 0, false, Latin1_General_BIN2]",
                        "[Tel, Phone, 20, 0, 0, false, Latin1_General_100_CI_AS]",
                        "[Email, varchar, 100, 0, 0, true, Latin1_General_100_CI_AS]",
                        "[Qty, decimal, 9, 18, 2, true, null]",
                        "[Total, decimal, 13, 20, 2, true, null]",
                        "[Stamp, timestamp, 8, 0, 0, false, null]",
                        "[Made, datetime2, 7, 23, 3, true, null]");
    }

    @Test
    void writesExpressionsAsSqlServerKeepsThem() {
        var answers = ask(server, "erp", """
                SELECT definition FROM sys.default_constraints UNION ALL SELECT definition FROM sys.check_constraints
                UNION ALL SELECT definition FROM sys.computed_columns
                UNION ALL SELECT filter_definition FROM sys.indexes WHERE has_filter = 1""");
        assertThat(answers.first())
                .containsExactlyInAnyOrder(
                        "('x@y')",
                        "((0))",
                        "(getdate())",
                        "([Qty]>(0) AND [Qty]>=(1) AND [Qty]<=(5))",
                        "([Kind]='B' OR [Kind]='A')",
                        "([Qty]*(2))",
                        "([Kind]='A')");
    }

    @Test
    void makesUpNamesThatEndInTheObjectId() {
        var answers = ask(server, "erp", """
                SELECT k.name, k.object_id FROM sys.key_constraints k WHERE k.is_system_named = 1
                UNION ALL SELECT name, object_id FROM sys.default_constraints WHERE is_system_named = 1
                UNION ALL SELECT name, object_id FROM sys.check_constraints WHERE is_system_named = 1
                UNION ALL SELECT name, object_id FROM sys.foreign_keys WHERE is_system_named = 1""");
        assertThat(answers.rows)
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.get(0).toString()).endsWith("%08X".formatted((Integer) row.get(1))));
        assertThat(answers.first())
                .anyMatch(n -> n.toString().startsWith("PK__Customer__"))
                .anyMatch(n -> n.toString().startsWith("DF__Customer__Email__"))
                .anyMatch(n -> n.toString().startsWith("FK__Order Lin__Custo__"));
    }

    @Test
    void keepsTheBatchAsTheDefinition() {
        assertThat(ask(
                                server,
                                "erp",
                                "SELECT definition FROM sys.sql_modules WHERE object_id = OBJECT_ID('sales.Names')")
                        .value())
                .isEqualTo(
                        "-- A comment before\nCREATE VIEW sales.Names AS SELECT c.Id, c.Name, c.Qty + 1 AS More FROM sales.Customer c");
        assertThat(ask(server, "erp", """
                SELECT m.definition, OBJECTPROPERTY(m.object_id, 'IsEncrypted') FROM sys.sql_modules m
                 WHERE m.object_id = OBJECT_ID('dbo.Get_it')""").rows.getFirst()).isEqualTo(Arrays.asList(null, 1));
    }

    @Test
    void givesViewsAndFunctionsColumns() {
        var answers = ask(server, "erp", """
                SELECT o.name + '.' + c.name FROM sys.objects o JOIN sys.columns c ON c.object_id = o.object_id
                 WHERE o.type IN ('V', 'IF', 'TF') ORDER BY o.name, c.column_id""");
        assertThat(answers.first())
                .containsExactly("Few.Id", "Few.Name", "Many.a", "Many.b", "Names.Id", "Names.Name", "Names.More");
    }

    @Test
    void carriesAnyCharacterInADescription() {
        assertThat(ask(server, "erp", "SELECT CONVERT(nvarchar(max), value) FROM sys.extended_properties")
                        .value())
                .isEqualTo("a\0\uD800");
    }

    @Test
    void readsAViewAndRowsThroughIt() {
        ask(server, "erp", "INSERT INTO sales.Customer (Name, Tel, Qty) VALUES (N'Ann', '1', 3), (N'Bob', '2', 4)");
        assertThat(ask(server, "erp", "SELECT Name, More FROM sales.Names WHERE Name = 'Bob'")
                        .rows
                        .toString())
                .isEqualTo("[[Bob, 5.00]]");
        assertThat(ask(server, "master", "SELECT COUNT(*) FROM erp.sales.Customer")
                        .value())
                .isEqualTo(2);
    }

    @Test
    void keepsTheIdsThroughARename() {
        var before = ask(server, "erp", "SELECT OBJECT_ID('sales.Customer')").value();
        server.run(
                "USE erp; EXEC sp_rename 'sales.Customer', 'Client'; EXEC sp_rename 'sales.Client.Name', 'Title', 'COLUMN'");
        assertThat(ask(server, "erp", "SELECT OBJECT_ID('sales.Client')").value())
                .isEqualTo(before);
        assertThat(ask(server, "erp", "SELECT column_id FROM sys.columns WHERE name = 'Title'")
                        .value())
                .isEqualTo(2);
    }

    @Test
    void describesIndexesAndForeignKeys() {
        assertThat(ask(server, "erp", """
                SELECT i.name, ic.key_ordinal, ic.is_descending_key, ic.is_included_column, c.name
                  FROM sys.indexes i JOIN sys.index_columns ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
                  JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
                 WHERE i.object_id = OBJECT_ID('dbo.[Order Line]') ORDER BY i.index_id, ic.index_column_id""").rows.toString())
                .isEqualTo("[[PK_Line, 1, false, false, Order Id], [PK_Line, 2, true, false, LineNo1],"
                        + " [ix_kind, 1, true, false, Kind], [ix_kind, 2, false, false, CustomerId],"
                        + " [ix_kind, 0, false, true, LineNo1]]");
        assertThat(ask(
                                server,
                                "erp",
                                "SELECT delete_referential_action_desc, OBJECT_NAME(referenced_object_id) FROM sys.foreign_keys")
                        .rows
                        .toString())
                .isEqualTo("[[CASCADE, Customer]]");
    }

    @Test
    void answersSequencesWithNumbers() {
        assertThat(ask(
                                server,
                                "erp",
                                "SELECT start_value, increment, CONVERT(bigint, maximum_value) FROM sys.sequences")
                        .rows)
                .isEqualTo(List.of(List.of(5, 2, 2147483647L)));
    }
}

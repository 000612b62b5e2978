package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of change that T-SQL makes to what is there: each moves something that the catalogue shows. */
class AlterationsTest {

    private static final List<String> VIEWS = List.of(
            "schemas",
            "objects",
            "tables",
            "columns",
            "indexes",
            "index_columns",
            "partitions",
            "default_constraints",
            "check_constraints",
            "foreign_keys",
            "triggers",
            "sql_modules",
            "sequences",
            "synonyms",
            "types",
            "extended_properties",
            "database_principals",
            "database_role_members",
            "database_permissions",
            "security_policies",
            "masked_columns",
            "computed_columns",
            "identity_columns",
            "stats",
            "databases",
            "xml_schema_namespaces",
            "assemblies",
            "partition_range_values",
            "change_tracking_tables");

    private Driven server;

    @BeforeEach
    void start() throws SQLException {
        server = Driven.over(Answers.server());
        server.run("""
                CREATE DATABASE shop; USE shop
                GO
                CREATE SCHEMA sales
                GO
                CREATE TABLE dbo.A (Id int NOT NULL CONSTRAINT PK_A PRIMARY KEY, Name varchar(20) NULL, Price money CONSTRAINT DF_P DEFAULT 0,
                    CONSTRAINT CK_P CHECK (Price > 0));
                CREATE TABLE dbo.B (Id int, AId int CONSTRAINT FK_B REFERENCES dbo.A (Id));
                CREATE INDEX ix ON dbo.A (Name); CREATE TYPE dbo.Code FROM varchar(5); CREATE SEQUENCE dbo.S AS int;
                CREATE SYNONYM dbo.Syn FOR dbo.A; CREATE USER u WITHOUT LOGIN; CREATE ROLE r;
                CREATE PARTITION FUNCTION pf (int) AS RANGE FOR VALUES (1); CREATE ASSEMBLY asm FROM 0x4D;
                CREATE XML SCHEMA COLLECTION dbo.X AS N'<schema targetNamespace="a"/>';
                EXEC sp_addextendedproperty 'MS_Description', 'first', 'SCHEMA', 'dbo', 'TABLE', 'A'
                GO
                CREATE VIEW dbo.V AS SELECT Id FROM dbo.A
                GO
                CREATE TRIGGER dbo.tr ON dbo.A AFTER INSERT AS PRINT 'x'
                GO
                CREATE FUNCTION dbo.f(@a int) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS ok
                GO
                CREATE SECURITY POLICY dbo.pol ADD FILTER PREDICATE dbo.f(Id) ON dbo.A WITH (STATE = ON)
                GO""");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    private List<String> state() throws SQLException {
        var all = new ArrayList<String>();
        for (var view : VIEWS) {
            for (var row : server.rows("SELECT * FROM sys." + view)) {
                all.add(view + " " + row);
            }
        }
        return all;
    }

    private void changes(String... statements) throws SQLException {
        var before = state();
        for (var statement : statements) {
            server.run(statement);
            var after = state();
            assertThat(after).as(statement).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void ofTablesAndTheirColumns() throws SQLException {
        changes(
                "ALTER TABLE dbo.A ADD More nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL DEFAULT 'x', Twice AS Price * 2",
                "ALTER TABLE dbo.A ADD Mail varchar(10) MASKED WITH (FUNCTION = 'default()')",
                "ALTER TABLE dbo.A ALTER COLUMN Mail ADD MASKED WITH (FUNCTION = 'email()')",
                "ALTER TABLE dbo.A ALTER COLUMN Mail DROP MASKED",
                "ALTER TABLE dbo.A ALTER COLUMN Mail varchar(30) COLLATE Latin1_General_CS_AS NULL",
                "ALTER TABLE dbo.A ADD Rare int SPARSE NULL",
                "ALTER TABLE dbo.A ALTER COLUMN Rare DROP SPARSE",
                "ALTER TABLE dbo.A ALTER COLUMN Name varchar(40) NOT NULL",
                "ALTER TABLE dbo.A DROP COLUMN Rare",
                "ALTER TABLE dbo.A DROP COLUMN Twice, COLUMN Mail",
                "ALTER TABLE dbo.A SET (LOCK_ESCALATION = DISABLE)",
                "EXEC sp_rename 'dbo.A.Name', 'Title', 'COLUMN'",
                "EXEC sp_rename 'dbo.A', 'AA'",
                "EXEC sp_rename 'dbo.AA', 'A'",
                "ALTER SCHEMA sales TRANSFER dbo.A",
                "ALTER SCHEMA dbo TRANSFER OBJECT::sales.A",
                "ALTER TABLE dbo.A REBUILD WITH (DATA_COMPRESSION = ROW)",
                "DROP TABLE dbo.B; CREATE TABLE dbo.B (Id int, AId int)");
    }

    @Test
    void ofKeysIndexesAndChecks() throws SQLException {
        changes(
                "ALTER TABLE dbo.A NOCHECK CONSTRAINT CK_P",
                "ALTER TABLE dbo.A WITH CHECK CHECK CONSTRAINT CK_P",
                "ALTER TABLE dbo.B NOCHECK CONSTRAINT ALL",
                "ALTER INDEX ix ON dbo.A REBUILD",
                "ALTER INDEX ALL ON dbo.A REORGANIZE",
                "ALTER INDEX ix ON dbo.A DISABLE",
                "ALTER INDEX ix ON dbo.A REBUILD WITH (FILLFACTOR = 90, DATA_COMPRESSION = PAGE)",
                "EXEC sp_rename 'dbo.A.ix', 'ix2', 'INDEX'",
                "EXEC sp_rename 'dbo.CK_P', 'CK_Q', 'OBJECT'",
                "EXEC sp_rename 'dbo.PK_A', 'PK_B'",
                "CREATE UNIQUE INDEX ux ON dbo.A (Name DESC) INCLUDE (Price) WHERE Name IS NOT NULL",
                "DROP INDEX ux ON dbo.A",
                "ALTER TABLE dbo.A DROP CONSTRAINT DF_P",
                "ALTER TABLE dbo.A ADD CONSTRAINT DF_P DEFAULT 5 FOR Price",
                "ALTER TABLE dbo.B DROP CONSTRAINT FK_B",
                "ALTER TABLE dbo.B WITH NOCHECK ADD CONSTRAINT FK_B FOREIGN KEY (AId) REFERENCES dbo.A (Id) ON DELETE CASCADE",
                "ALTER TABLE dbo.A ADD CONSTRAINT UQ UNIQUE (Name)",
                "CREATE STATISTICS st ON dbo.A (Price)",
                "DROP STATISTICS dbo.A.st");
    }

    @Test
    void ofModulesAndWhatStandsBesideTables() throws SQLException {
        changes(
                "ALTER VIEW dbo.V AS SELECT Id, Name FROM dbo.A",
                "DISABLE TRIGGER dbo.tr ON dbo.A",
                "ENABLE TRIGGER dbo.tr ON dbo.A",
                "ALTER TABLE dbo.A DISABLE TRIGGER ALL",
                "ALTER TRIGGER dbo.tr ON dbo.A AFTER UPDATE AS PRINT 'y'",
                "CREATE OR ALTER PROCEDURE dbo.P @a int = 1 AS SELECT @a",
                "CREATE OR ALTER PROCEDURE dbo.P @a int = 2, @b int AS SELECT @a",
                "DROP PROCEDURE dbo.P",
                "CREATE TRIGGER guard ON DATABASE FOR CREATE_TABLE AS PRINT 'z'",
                "DROP TRIGGER guard ON DATABASE",
                "ALTER SEQUENCE dbo.S INCREMENT BY 5 CYCLE",
                "DROP SYNONYM dbo.Syn; CREATE SYNONYM dbo.Syn FOR other.dbo.A",
                "EXEC sp_rename 'dbo.Code', 'Kode', 'USERDATATYPE'",
                "ALTER SCHEMA sales TRANSFER TYPE::dbo.Kode",
                "ALTER SECURITY POLICY dbo.pol WITH (STATE = OFF)",
                "DROP SECURITY POLICY dbo.pol",
                "ALTER PARTITION FUNCTION pf() SPLIT RANGE (5)",
                "ALTER ASSEMBLY asm WITH PERMISSION_SET = UNSAFE",
                "ALTER XML SCHEMA COLLECTION dbo.X ADD N'<schema targetNamespace=\"b\"/>'",
                "EXEC sp_updateextendedproperty 'MS_Description', 'second', 'SCHEMA', 'dbo', 'TABLE', 'A'",
                "EXEC sp_dropextendedproperty 'MS_Description', 'SCHEMA', 'dbo', 'TABLE', 'A'");
    }

    @Test
    void ofRightsAndTheDatabaseItself() throws SQLException {
        changes(
                "GRANT SELECT ON dbo.A TO u WITH GRANT OPTION",
                "DENY SELECT ON dbo.A TO u",
                "REVOKE SELECT ON dbo.A FROM u",
                "GRANT UPDATE (Name) ON dbo.A TO r",
                "GRANT EXECUTE ON TYPE::dbo.Code TO r",
                "ALTER ROLE r ADD MEMBER u",
                "ALTER ROLE r DROP MEMBER u",
                "ALTER ROLE r WITH NAME = rr",
                "ALTER USER u WITH DEFAULT_SCHEMA = sales",
                "ALTER AUTHORIZATION ON SCHEMA::sales TO u",
                "ALTER AUTHORIZATION ON dbo.A TO u",
                "ALTER DATABASE shop SET COMPATIBILITY_LEVEL = 150",
                "ALTER DATABASE shop SET RECOVERY SIMPLE",
                "ALTER DATABASE shop SET AUTO_CLOSE ON",
                "ALTER DATABASE CURRENT SET READ_ONLY WITH NO_WAIT",
                "ALTER DATABASE shop SET READ_WRITE WITH ROLLBACK IMMEDIATE",
                "ALTER DATABASE shop SET AUTO_SHRINK ON",
                "ALTER DATABASE shop MODIFY NAME = shop2",
                "ALTER TABLE dbo.A ENABLE CHANGE_TRACKING",
                "USE master; ALTER DATABASE shop2 SET OFFLINE WITH ROLLBACK IMMEDIATE",
                "ALTER DATABASE shop2 SET ONLINE");
    }
}

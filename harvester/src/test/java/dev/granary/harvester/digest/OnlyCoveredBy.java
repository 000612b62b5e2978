package dev.granary.harvester.digest;

import java.util.List;

/** For each digest a change that no other digest shows, at least to one of the sections that depend on it. */
final class OnlyCoveredBy {

    private static final String TABLE =
            "CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY, a int NULL, b nvarchar(20) NULL)";

    private static final String FUNCTION = "CREATE PARTITION FUNCTION f (int) AS RANGE LEFT FOR VALUES (10, 20)";

    private OnlyCoveredBy() {}

    /** What has to be there first. */
    static List<String> before(Digest digest) {
        return switch (digest) {
            case VISIBILITY ->
                List.of(
                        TABLE,
                        "CREATE VIEW dbo.v AS SELECT 1 AS a",
                        "CREATE USER reader FOR LOGIN reader",
                        "GRANT SELECT ON SCHEMA::dbo TO reader");
            case DATABASE, SCOPED_CONFIGURATIONS, SCHEMAS, OBJECTS, TYPES -> List.of(TABLE);
            case PRINCIPALS, ROLE_MEMBERS ->
                List.of(TABLE, "CREATE USER u WITHOUT LOGIN", "CREATE ROLE r", "GRANT SELECT ON dbo.t TO u");
            case PERMISSIONS -> List.of(TABLE, "CREATE USER u WITHOUT LOGIN");
            case TABLES ->
                List.of(
                        "CREATE TABLE dbo.h (id int NOT NULL, f datetime2(7) NOT NULL, u datetime2(7) NOT NULL)",
                        "CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, f datetime2(7) GENERATED ALWAYS AS ROW START NOT NULL,"
                                + " u datetime2(7) GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (f, u))");
            case COLUMNS, COLUMN_DETAILS, EXTENDED_PROPERTIES, CLASSIFICATIONS, CHECK_CONSTRAINTS -> List.of(TABLE);
            case DEFAULT_CONSTRAINTS -> List.of(TABLE, "ALTER TABLE dbo.t ADD CONSTRAINT d DEFAULT (1) FOR a");
            case INDEXES, INDEX_COLUMNS, PARTITIONS -> List.of(TABLE, "CREATE INDEX ix ON dbo.t (a)");
            case STATISTICS -> List.of(TABLE);
            case DATA_SPACES -> List.of(FUNCTION);
            case PARTITION_FUNCTIONS -> List.of();
            case FULLTEXT -> List.of(TABLE, "CREATE FULLTEXT CATALOG texts");
            case EDGE_CONSTRAINTS ->
                List.of(
                        "CREATE TABLE dbo.person (a int NULL) AS NODE",
                        "CREATE TABLE dbo.knows (CONSTRAINT k CONNECTION (dbo.person TO dbo.person)) AS EDGE");
            case NUMBERED_PROCEDURES -> List.of("CREATE PROCEDURE dbo.p;1 AS SELECT 1 AS a");
            case ASSEMBLIES, XML_SCHEMAS -> List.of();
            case SECURITY_POLICIES ->
                List.of(
                        TABLE,
                        "CREATE FUNCTION dbo.f (@a int) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @a = 1)",
                        "CREATE SECURITY POLICY dbo.p ADD FILTER PREDICATE dbo.f(a) ON dbo.t WITH (STATE = ON)");
            case FOREIGN_KEYS ->
                List.of(TABLE, "ALTER TABLE dbo.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES dbo.t (id)");
            case MODULES -> List.of("CREATE VIEW dbo.v AS SELECT 1 AS a");
            case PARAMETERS -> List.of("CREATE PROCEDURE dbo.p @a int AS SELECT 1");
            case TRIGGERS -> List.of(TABLE, "CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS SELECT 1");
            case SYNONYMS, SEQUENCES -> List.of();
        };
    }

    static List<String> change(Digest digest) {
        return switch (digest) {
            case VISIBILITY -> List.of("GRANT VIEW DEFINITION TO reader");
            case DATABASE -> List.of("ALTER DATABASE {database} SET RECOVERY SIMPLE");
            case SCOPED_CONFIGURATIONS -> List.of("ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 3");
            case SCHEMAS -> List.of("CREATE SCHEMA s");
            case PRINCIPALS -> List.of("ALTER USER u WITH NAME = v");
            case ROLE_MEMBERS -> List.of("ALTER ROLE r ADD MEMBER u");
            case PERMISSIONS -> List.of("GRANT UPDATE ON dbo.t TO u");
            case OBJECTS -> List.of("EXEC sp_rename 'dbo.t', 'renamed'");
            case TYPES -> List.of("CREATE TYPE dbo.n FROM int NULL");
            case TABLES -> List.of("ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))");
            case COLUMNS -> List.of("EXEC sp_rename 'dbo.t.b', 'c', 'COLUMN'");
            case COLUMN_DETAILS -> List.of("ALTER TABLE dbo.t ALTER COLUMN b ADD MASKED WITH (FUNCTION = 'default()')");
            case DEFAULT_CONSTRAINTS -> List.of("EXEC sp_rename 'dbo.d', 'e'");
            case INDEXES -> List.of("ALTER INDEX ix ON dbo.t DISABLE");
            case INDEX_COLUMNS -> List.of("DROP INDEX ix ON dbo.t", "CREATE INDEX ix ON dbo.t (b)");
            case PARTITIONS -> List.of("ALTER INDEX ix ON dbo.t REBUILD WITH (DATA_COMPRESSION = PAGE)");
            case DATA_SPACES -> List.of("CREATE PARTITION SCHEME s AS PARTITION f ALL TO ([PRIMARY])");
            case PARTITION_FUNCTIONS -> List.of(FUNCTION);
            case STATISTICS -> List.of("CREATE STATISTICS st ON dbo.t (b, a)");
            case FULLTEXT -> List.of("CREATE FULLTEXT INDEX ON dbo.t (b) KEY INDEX pk ON texts");
            case EDGE_CONSTRAINTS ->
                List.of(
                        "ALTER TABLE dbo.knows DROP CONSTRAINT k",
                        "ALTER TABLE dbo.knows ADD CONSTRAINT k CONNECTION (dbo.person TO dbo.person) ON DELETE CASCADE");
            case NUMBERED_PROCEDURES -> List.of("CREATE PROCEDURE dbo.p;2 AS SELECT 2 AS a");
            case ASSEMBLIES -> List.of("CREATE ASSEMBLY a FROM 0x4D5A WITH PERMISSION_SET = SAFE");
            case XML_SCHEMAS ->
                List.of(
                        "CREATE XML SCHEMA COLLECTION dbo.c AS N'<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:c\"/>'");
            case SECURITY_POLICIES -> List.of("ALTER SECURITY POLICY dbo.p WITH (STATE = OFF)");
            case FOREIGN_KEYS -> List.of("ALTER TABLE dbo.t NOCHECK CONSTRAINT f");
            case CHECK_CONSTRAINTS -> List.of("ALTER TABLE dbo.t ADD CONSTRAINT k CHECK (a > 1)");
            case MODULES -> List.of("ALTER VIEW dbo.v AS SELECT 2 AS a");
            case PARAMETERS -> List.of("ALTER PROCEDURE dbo.p @a int, @b int AS SELECT 1");
            case TRIGGERS -> List.of("ALTER TABLE dbo.t DISABLE TRIGGER tr");
            case SYNONYMS -> List.of("CREATE SYNONYM dbo.s FOR dbo.other");
            case SEQUENCES -> List.of("CREATE SEQUENCE dbo.q AS int START WITH 1");
            case EXTENDED_PROPERTIES ->
                List.of("EXEC sp_addextendedproperty 'MS_Description', 'x', 'SCHEMA', 'dbo', 'TABLE', 't'");
            case CLASSIFICATIONS ->
                List.of("ADD SENSITIVITY CLASSIFICATION TO dbo.t.b WITH (LABEL = 'Secret', INFORMATION_TYPE = 'Name')");
        };
    }
}

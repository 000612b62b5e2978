package dev.granary.harvester.digest;

import java.util.List;

/** Changes of a single option of something that stays what it is otherwise, each with what has to be there first. */
enum OptionChange {
    LOCK_ESCALATION(List.of(Tsql.TABLE), "ALTER TABLE dbo.t SET (LOCK_ESCALATION = DISABLE)"),
    CHANGE_TRACKING(List.of(Tsql.TABLE), "ALTER TABLE dbo.t ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = OFF)"),
    TRACKED_COLUMNS(
            List.of(Tsql.TABLE, "ALTER TABLE dbo.t ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = OFF)"),
            "ALTER TABLE dbo.t DISABLE CHANGE_TRACKING",
            "ALTER TABLE dbo.t ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)"),
    CHANGE_DATA_CAPTURE(
            List.of(Tsql.TABLE, "EXEC sys.sp_cdc_enable_db"),
            "EXEC sys.sp_cdc_enable_table @source_schema = N'dbo', @source_name = N't', @role_name = NULL"),
    HISTORY_RETENTION(
            List.of(Tsql.TEMPORAL),
            "ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h, HISTORY_RETENTION_PERIOD = 6 MONTHS))"),
    HISTORY_RENAMED(List.of(Tsql.TEMPORAL), "EXEC sp_rename 'dbo.h', 'past'"),
    PERIOD_RENAMED(List.of(Tsql.TEMPORAL), "EXEC sp_rename 'dbo.t.f', 'since', 'COLUMN'"),
    SPARSE(List.of(Tsql.TABLE), "ALTER TABLE dbo.t ALTER COLUMN a ADD SPARSE"),
    HIDDEN(List.of(Tsql.TEMPORAL), "ALTER TABLE dbo.t ALTER COLUMN f ADD HIDDEN"),
    ROW_GUID(
            List.of("CREATE TABLE dbo.t (id uniqueidentifier NOT NULL)"),
            "ALTER TABLE dbo.t ALTER COLUMN id ADD ROWGUIDCOL"),
    ENCRYPTED(
            List.of(
                    "CREATE COLUMN MASTER KEY m WITH (KEY_STORE_PROVIDER_NAME = 'X', KEY_PATH = 'k')",
                    "CREATE COLUMN ENCRYPTION KEY k WITH VALUES (COLUMN_MASTER_KEY = m, ALGORITHM = 'RSA_OAEP', ENCRYPTED_VALUE = 0x01)",
                    "CREATE TABLE dbo.t (a varchar(20) COLLATE Latin1_General_BIN2 NULL)"),
            "ALTER TABLE dbo.t ALTER COLUMN a varchar(20) COLLATE Latin1_General_BIN2 ENCRYPTED WITH"
                    + " (COLUMN_ENCRYPTION_KEY = k, ENCRYPTION_TYPE = RANDOMIZED, ALGORITHM = 'AEAD_AES_256_CBC_HMAC_SHA_256') NULL"),
    TYPED_XML(
            List.of(Tsql.COLLECTION, "CREATE TABLE dbo.t (doc xml NULL)"),
            "ALTER TABLE dbo.t ALTER COLUMN doc xml (dbo.c) NULL"),
    NAMESPACE(List.of(Tsql.COLLECTION), "ALTER XML SCHEMA COLLECTION dbo.c ADD N'" + Tsql.schema("urn:more") + "'"),
    BUCKET_COUNT(
            List.of(
                    "CREATE TABLE dbo.t (a int NOT NULL PRIMARY KEY NONCLUSTERED, b int NOT NULL, INDEX ix HASH (b) WITH (BUCKET_COUNT = 1024))"
                            + " WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_ONLY)"),
            "ALTER INDEX ix ON dbo.t REBUILD WITH (BUCKET_COUNT = 4096)"),
    SECONDARY_XML_INDEX(
            List.of(
                    "CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY CLUSTERED, doc xml NULL)",
                    "CREATE PRIMARY XML INDEX px ON dbo.t (doc)",
                    "CREATE XML INDEX sx ON dbo.t (doc) USING XML INDEX px FOR PATH"),
            "DROP INDEX sx ON dbo.t",
            "CREATE XML INDEX sx ON dbo.t (doc) USING XML INDEX px FOR VALUE"),
    TESSELLATION(
            List.of(
                    "CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY CLUSTERED, place geography NULL)",
                    "CREATE SPATIAL INDEX sp ON dbo.t (place) USING GEOGRAPHY_GRID WITH (CELLS_PER_OBJECT = 16)"),
            "DROP INDEX sp ON dbo.t",
            "CREATE SPATIAL INDEX sp ON dbo.t (place) USING GEOGRAPHY_GRID WITH (CELLS_PER_OBJECT = 64)"),
    KEY_NAME_NO_LONGER_MADE_UP(
            List.of("CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY)"),
            "DECLARE @name sysname = (SELECT name FROM sys.key_constraints); EXEC sp_rename @name, 'pk_t'"),
    FILL_FACTOR(List.of(Tsql.TABLE, Tsql.INDEX), "ALTER INDEX ix ON dbo.t REBUILD WITH (FILLFACTOR = 70)"),
    PAGE_LOCKS(List.of(Tsql.TABLE, Tsql.INDEX), "ALTER INDEX ix ON dbo.t SET (ALLOW_PAGE_LOCKS = OFF)"),
    SEQUENTIAL_KEY(List.of(Tsql.TABLE, Tsql.INDEX), "ALTER INDEX ix ON dbo.t SET (OPTIMIZE_FOR_SEQUENTIAL_KEY = ON)"),
    FILEGROUP(
            List.of(Tsql.TABLE, Tsql.INDEX, "ALTER DATABASE CURRENT ADD FILEGROUP fast"),
            "DROP INDEX ix ON dbo.t",
            "CREATE INDEX ix ON dbo.t (a) ON fast"),
    HEAP_COMPRESSED(
            List.of("CREATE TABLE dbo.t (a int NULL)"), "ALTER TABLE dbo.t REBUILD WITH (DATA_COMPRESSION = ROW)"),
    ONE_PARTITION_COMPRESSED(
            List.of(Tsql.FUNCTION, Tsql.SCHEME, Tsql.PARTITIONED),
            "ALTER INDEX cx ON dbo.p REBUILD PARTITION = 2 WITH (DATA_COMPRESSION = PAGE)"),
    PARTITION_SPLIT(
            List.of(Tsql.FUNCTION, Tsql.SCHEME, Tsql.PARTITIONED), "ALTER PARTITION FUNCTION pf() SPLIT RANGE (30)"),
    PARTITION_COLUMN_RENAMED(
            List.of(Tsql.FUNCTION, Tsql.SCHEME, Tsql.PARTITIONED), "EXEC sp_rename 'dbo.p.id', 'number', 'COLUMN'"),
    STATISTICS_COLUMN_RENAMED(
            List.of(Tsql.TABLE, "CREATE STATISTICS st ON dbo.t (b, a)"), "EXEC sp_rename 'dbo.t.b', 'c', 'COLUMN'"),
    FULLTEXT_SWITCHED_OFF(
            List.of(
                    Tsql.TABLE,
                    "CREATE FULLTEXT CATALOG texts",
                    "CREATE FULLTEXT INDEX ON dbo.t (b) KEY INDEX pk ON texts"),
            "ALTER FULLTEXT INDEX ON dbo.t DISABLE"),
    NODE_RENAMED(
            List.of(
                    "CREATE TABLE dbo.person (a int NULL) AS NODE",
                    "CREATE TABLE dbo.knows (CONSTRAINT k CONNECTION (dbo.person TO dbo.person)) AS EDGE"),
            "EXEC sp_rename 'dbo.person', 'human'"),
    GUARDED_TABLE_RENAMED(List.of(Tsql.TABLE, Tsql.PREDICATE, Tsql.POLICY), "EXEC sp_rename 'dbo.t', 'guarded'"),
    PREDICATE(
            List.of(Tsql.TABLE, Tsql.PREDICATE, Tsql.POLICY),
            "ALTER SECURITY POLICY dbo.po ADD BLOCK PREDICATE dbo.f(a) ON dbo.t AFTER INSERT"),
    NUMBERED_PROCEDURE(
            List.of("CREATE PROCEDURE dbo.p;1 AS SELECT 1 AS a", "CREATE PROCEDURE dbo.p;2 AS SELECT 2 AS a"),
            "ALTER PROCEDURE dbo.p;2 AS SELECT 3 AS a"),
    ASSEMBLY_RIGHTS(
            List.of("CREATE ASSEMBLY a FROM 0x4D5A WITH PERMISSION_SET = SAFE"),
            "ALTER ASSEMBLY a WITH PERMISSION_SET = UNSAFE"),
    DATABASE_TRIGGER_TEXT(
            List.of("CREATE TRIGGER g ON DATABASE FOR DROP_TABLE AS SELECT 1"),
            "ALTER TRIGGER g ON DATABASE FOR DROP_TABLE AS SELECT 2"),
    MEMORY_OPTIMIZED_TYPE(
            List.of("CREATE TYPE dbo.l AS TABLE (n int NOT NULL, INDEX ix HASH (n) WITH (BUCKET_COUNT = 8))"),
            "DROP TYPE dbo.l",
            "CREATE TYPE dbo.l AS TABLE (n int NOT NULL, INDEX ix HASH (n) WITH (BUCKET_COUNT = 8)) WITH (MEMORY_OPTIMIZED = ON)"),
    DESCRIBED_FUNCTION(List.of(Tsql.FUNCTION), "EXEC sp_addextendedproperty 'note', 'x', 'PARTITION FUNCTION', 'pf'"),
    DESCRIBED_SCHEME(
            List.of(Tsql.FUNCTION, Tsql.SCHEME), "EXEC sp_addextendedproperty 'note', 'x', 'PARTITION SCHEME', 'ps'"),
    DESCRIBED_ASSEMBLY(
            List.of("CREATE ASSEMBLY a FROM 0x4D5A WITH PERMISSION_SET = SAFE"),
            "EXEC sp_addextendedproperty 'note', 'x', 'ASSEMBLY', 'a'"),
    DESCRIBED_COLLECTION(
            List.of(Tsql.COLLECTION),
            "EXEC sp_addextendedproperty 'note', 'x', 'SCHEMA', 'dbo', 'XML SCHEMA COLLECTION', 'c'"),
    DESCRIBED_TYPE_COLUMN(
            List.of("CREATE TYPE dbo.l AS TABLE (n int NOT NULL)"),
            "EXEC sp_addextendedproperty 'note', 'x', 'SCHEMA', 'dbo', 'TYPE', 'l', 'COLUMN', 'n'"),
    GRANT_ON_A_VIEW_OF_THE_SYSTEM(
            List.of("CREATE USER u WITHOUT LOGIN"), "GRANT SELECT ON sys.sql_expression_dependencies TO u"),
    DENY_ON_A_VIEW_OF_THE_SYSTEM(List.of(), "DENY SELECT ON sys.sql_modules TO public");

    private final List<String> before;
    private final List<String> change;

    OptionChange(List<String> before, String... change) {
        this.before = before;
        this.change = List.of(change);
    }

    List<String> before() {
        return before;
    }

    List<String> change() {
        return change;
    }

    private static final class Tsql {

        static final String TABLE =
                "CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY, a int NULL, b nvarchar(20) NULL)";
        static final String INDEX = "CREATE INDEX ix ON dbo.t (a)";
        static final String TEMPORAL =
                "CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, f datetime2(7) GENERATED ALWAYS AS ROW START NOT NULL,"
                        + " u datetime2(7) GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (f, u))"
                        + " WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h))";
        static final String COLLECTION = "CREATE XML SCHEMA COLLECTION dbo.c AS N'" + schema("urn:c") + "'";
        static final String FUNCTION = "CREATE PARTITION FUNCTION pf (int) AS RANGE LEFT FOR VALUES (10, 20)";
        static final String SCHEME = "CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])";
        static final String PARTITIONED =
                "CREATE TABLE dbo.p (id int NOT NULL); CREATE CLUSTERED INDEX cx ON dbo.p (id) ON ps (id)";
        static final String PREDICATE =
                "CREATE FUNCTION dbo.f (@a int) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @a = 1)";
        static final String POLICY =
                "CREATE SECURITY POLICY dbo.po ADD FILTER PREDICATE dbo.f(a) ON dbo.t WITH (STATE = ON)";

        private Tsql() {}

        static String schema(String namespace) {
            return "<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"%s\"/>"
                    .formatted(namespace);
        }
    }
}

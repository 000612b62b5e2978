package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What T-SQL makes besides plain tables and modules, and how the catalogue views show it. */
class WholeCatalogueTest {

    private Driven server;

    @BeforeEach
    void start() throws SQLException {
        server = Driven.over(Answers.server());
        server.run("CREATE DATABASE shop; USE shop");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    @Test
    void temporalTablesKeepTheirHistoryForSoLong() throws SQLException {
        server.run("""
                CREATE TABLE dbo.Price (Id int PRIMARY KEY, Amount money,
                    F datetime2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL, T datetime2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                    PERIOD FOR SYSTEM_TIME (F, T))
                    WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.PriceHistory, HISTORY_RETENTION_PERIOD = 6 MONTHS))""");
        assertThat(server.rows("""
                        SELECT t.name, t.temporal_type, h.name, t.history_retention_period, t.history_retention_period_unit_desc
                          FROM sys.tables t LEFT JOIN sys.tables h ON h.object_id = t.history_table_id ORDER BY t.name""")).containsExactly("Price|2|PriceHistory|6|MONTH", "PriceHistory|1|-|-|-");
        assertThat(server.rows("SELECT name, start_column_id, end_column_id FROM sys.periods"))
                .containsExactly("SYSTEM_TIME|3|4");
        server.run(
                "ALTER TABLE dbo.Price SET (SYSTEM_VERSIONING = OFF); ALTER TABLE dbo.Price DROP PERIOD FOR SYSTEM_TIME");
        assertThat(server.rows("SELECT temporal_type FROM sys.tables")).containsExactly("0", "0");
        assertThat(server.rows("SELECT name FROM sys.periods")).isEmpty();
    }

    @Test
    void indexesAreHashFilteredColumnstoreXmlAndSpatial() throws SQLException {
        server.run("""
                CREATE XML SCHEMA COLLECTION dbo.Notes AS N'<xsd:schema targetNamespace="urn:notes" />';
                CREATE TABLE dbo.Mem (Id int NOT NULL PRIMARY KEY NONCLUSTERED HASH WITH (BUCKET_COUNT = 1000))
                    WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_ONLY);
                CREATE TABLE dbo.Doc (Id int NOT NULL CONSTRAINT PK_Doc PRIMARY KEY, Body xml(DOCUMENT dbo.Notes), Place geography, State int);
                CREATE PRIMARY XML INDEX px ON dbo.Doc(Body);
                CREATE XML INDEX sx ON dbo.Doc(Body) USING XML INDEX px FOR VALUE;
                CREATE SPATIAL INDEX sp ON dbo.Doc(Place) USING GEOGRAPHY_GRID WITH (GRIDS = (LEVEL_1 = LOW, LEVEL_2 = HIGH), CELLS_PER_OBJECT = 32);
                CREATE INDEX ix ON dbo.Doc(State) INCLUDE (Id) WHERE State > 1 WITH (FILLFACTOR = 80, PAD_INDEX = ON, ALLOW_PAGE_LOCKS = OFF);
                CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.Doc(Id, State)""");
        assertThat(server.rows("SELECT bucket_count, type_desc FROM sys.hash_indexes"))
                .containsExactly("1024|NONCLUSTERED HASH");
        assertThat(
                        server.rows(
                                "SELECT name, using_xml_index_id, secondary_type_desc, xml_index_type_description FROM sys.xml_indexes ORDER BY index_id"))
                .containsExactly("px|-|-|PRIMARY_XML", "sx|256000|VALUE|SECONDARY_XML");
        assertThat(
                        server.rows(
                                "SELECT level_1_grid_desc, level_2_grid_desc, level_3_grid, cells_per_object FROM sys.spatial_index_tessellations"))
                .containsExactly("LOW|HIGH|64|32");
        assertThat(server.rows("SELECT tessellation_scheme, spatial_index_type_desc FROM sys.spatial_indexes"))
                .containsExactly("GEOGRAPHY_GRID|GEOGRAPHY");
        assertThat(
                        server.rows(
                                "SELECT has_filter, filter_definition, fill_factor, is_padded, allow_page_locks FROM sys.indexes WHERE name = 'ix'"))
                .containsExactly("true|([State]>(1))|80|true|false");
        assertThat(server.rows("SELECT type_desc FROM sys.indexes WHERE name = 'cs'"))
                .containsExactly("NONCLUSTERED COLUMNSTORE");
        assertThat(
                        server.rows(
                                "SELECT c.is_xml_document, x.name FROM sys.columns c JOIN sys.xml_schema_collections x ON x.xml_collection_id = c.xml_collection_id"))
                .containsExactly("true|Notes");
        server.run(
                "ALTER INDEX ix ON dbo.Doc DISABLE; ALTER INDEX cs ON dbo.Doc REORGANIZE; ALTER INDEX PK_Doc ON dbo.Doc SET (ALLOW_ROW_LOCKS = OFF)");
        assertThat(server.rows(
                        "SELECT name FROM sys.indexes WHERE is_disabled = 1 OR allow_row_locks = 0 ORDER BY name"))
                .containsExactly("ix", "PK_Doc");
        server.run("ALTER INDEX ix ON dbo.Doc REBUILD WITH (FILLFACTOR = 70)");
        assertThat(server.rows("SELECT is_disabled, fill_factor FROM sys.indexes WHERE name = 'ix'"))
                .containsExactly("false|70");
    }

    @Test
    void partitionsHaveRowsPagesAndTheirOwnCompression() throws SQLException {
        server.run("""
                ALTER DATABASE shop ADD FILEGROUP old;
                CREATE PARTITION FUNCTION byYear (int) AS RANGE RIGHT FOR VALUES (2024, 2025);
                CREATE PARTITION SCHEME years AS PARTITION byYear TO (old, [PRIMARY], [PRIMARY]);
                CREATE TABLE dbo.Sale (Id int NOT NULL, Year int NOT NULL, CONSTRAINT PK_Sale PRIMARY KEY (Id, Year)) ON years(Year);
                ALTER TABLE dbo.Sale REBUILD PARTITION = 2 WITH (DATA_COMPRESSION = PAGE);
                UPDATE STATISTICS dbo.Sale WITH ROWCOUNT = 3001;
                CREATE TABLE dbo.Plain (Id int); INSERT INTO dbo.Plain VALUES (1), (2)""");
        assertThat(
                        server.rows(
                                "SELECT p.partition_number, p.rows, p.data_compression_desc FROM sys.partitions p JOIN sys.tables t ON t.object_id = p.object_id WHERE t.name = 'Sale' ORDER BY 1"))
                .containsExactly("1|1001|NONE", "2|1000|PAGE", "3|1000|NONE");
        assertThat(
                        server.rows(
                                "SELECT SUM(row_count), MIN(reserved_page_count) FROM sys.dm_db_partition_stats WHERE row_count > 10"))
                .containsExactly("3001|8");
        assertThat(
                        server.rows(
                                "SELECT p.rows FROM sys.partitions p JOIN sys.tables t ON t.object_id = p.object_id WHERE t.name = 'Plain'"))
                .containsExactly("2");
        assertThat(
                        server.rows(
                                "SELECT s.name, f.name, f.fanout, f.boundary_value_on_right FROM sys.partition_schemes s JOIN sys.partition_functions f ON f.function_id = s.function_id"))
                .containsExactly("years|byYear|3|true");
        assertThat(server.rows("SELECT boundary_id, value FROM sys.partition_range_values ORDER BY 1"))
                .containsExactly("1|2024", "2|2025");
        assertThat(
                        server.rows(
                                "SELECT d.destination_id, f.name FROM sys.destination_data_spaces d JOIN sys.filegroups f ON f.data_space_id = d.data_space_id ORDER BY 1"))
                .containsExactly("1|old", "2|PRIMARY", "3|PRIMARY");
        server.run("ALTER PARTITION FUNCTION byYear() SPLIT RANGE (2026)");
        assertThat(
                        server.rows(
                                "SELECT COUNT(*) FROM sys.partitions p JOIN sys.tables t ON t.object_id = p.object_id WHERE t.name = 'Sale'"))
                .containsExactly("4");
    }

    @Test
    void graphExternalAndLedgerTablesSayWhatTheyAre() throws SQLException {
        server.run("""
                CREATE EXTERNAL DATA SOURCE lake WITH (LOCATION = 'abs://x', TYPE = BLOB_STORAGE);
                CREATE EXTERNAL FILE FORMAT pq WITH (FORMAT_TYPE = PARQUET);
                CREATE EXTERNAL TABLE dbo.Far (a int) WITH (LOCATION = '/a', DATA_SOURCE = lake, FILE_FORMAT = pq);
                CREATE TABLE dbo.Person (Name nvarchar(50)) AS NODE;
                CREATE TABLE dbo.Knows (Since date, CONSTRAINT ec CONNECTION (dbo.Person TO dbo.Person) ON DELETE CASCADE) AS EDGE;
                CREATE TABLE dbo.Account (Id int, Amount money) WITH (SYSTEM_VERSIONING = ON, LEDGER = ON);
                CREATE TABLE dbo.Log (Id int) WITH (LEDGER = ON (APPEND_ONLY = ON, LEDGER_VIEW = dbo.LogView))""");
        assertThat(
                        server.rows(
                                "SELECT name, is_external, is_node, is_edge, ledger_type_desc FROM sys.tables WHERE temporal_type <> 1 ORDER BY name"))
                .containsExactly(
                        "Account|false|false|false|UPDATABLE_LEDGER_TABLE",
                        "Far|true|false|false|NON_LEDGER_TABLE",
                        "Knows|false|false|true|NON_LEDGER_TABLE",
                        "Log|false|false|false|APPEND_ONLY_LEDGER_TABLE",
                        "Person|false|true|false|NON_LEDGER_TABLE");
        assertThat(
                        server.rows(
                                "SELECT t.location, s.name, f.format_type_desc FROM sys.external_tables t JOIN sys.external_data_sources s ON s.data_source_id = t.data_source_id JOIN sys.external_file_formats f ON f.file_format_id = t.file_format_id"))
                .containsExactly("/a|lake|PARQUET");
        assertThat(
                        server.rows(
                                "SELECT c.name, c.delete_referential_action_desc, f.name FROM sys.edge_constraints c JOIN sys.edge_constraint_clauses x ON x.object_id = c.object_id JOIN sys.tables f ON f.object_id = x.from_object_id"))
                .containsExactly("ec|CASCADE|Person");
        assertThat(server.rows("SELECT COUNT(*) FROM sys.columns WHERE graph_type IS NOT NULL"))
                .containsExactly("10");
        assertThat(server.rows("SELECT name FROM sys.views WHERE ledger_view_type = 1 ORDER BY name"))
                .containsExactly("Account_Ledger", "LogView");
        server.run("DROP TABLE dbo.Log");
        assertThat(server.rows("SELECT ledger_type FROM sys.tables WHERE is_dropped_ledger_table = 1"))
                .containsExactly("3");
    }

    @Test
    void columnsAreMaskedEncryptedSparseAndClassified() throws SQLException {
        server.run("""
                CREATE COLUMN MASTER KEY cmk WITH (KEY_STORE_PROVIDER_NAME = 'AZURE_KEY_VAULT', KEY_PATH = 'https://v/k');
                CREATE COLUMN ENCRYPTION KEY cek WITH VALUES (COLUMN_MASTER_KEY = cmk, ALGORITHM = 'RSA_OAEP', ENCRYPTED_VALUE = 0x01);
                CREATE TABLE dbo.P (Mail varchar(50) MASKED WITH (FUNCTION = 'email()') NULL, Rare int SPARSE NULL,
                    Card varchar(20) COLLATE Latin1_General_BIN2 ENCRYPTED WITH (COLUMN_ENCRYPTION_KEY = cek, ENCRYPTION_TYPE = RANDOMIZED,
                        ALGORITHM = 'AEAD_AES_256_CBC_HMAC_SHA_256'));
                ADD SENSITIVITY CLASSIFICATION TO dbo.P.Mail WITH (LABEL = 'Confidential', INFORMATION_TYPE = 'Contact', RANK = MEDIUM)""");
        assertThat(
                        server.rows(
                                "SELECT name, is_masked, is_sparse, encryption_type_desc FROM sys.columns WHERE object_id > 0 ORDER BY name"))
                .containsExactly("Card|false|false|RANDOMIZED", "Mail|true|false|-", "Rare|false|true|-");
        assertThat(
                        server.rows(
                                "SELECT k.name, m.name FROM sys.column_encryption_keys k JOIN sys.column_encryption_key_values v ON v.column_encryption_key_id = k.column_encryption_key_id JOIN sys.column_master_keys m ON m.column_master_key_id = v.column_master_key_id"))
                .containsExactly("cek|cmk");
        assertThat(server.rows("SELECT label, information_type, rank, rank_desc FROM sys.sensitivity_classifications"))
                .containsExactly("Confidential|Contact|20|MEDIUM");
        server.run("""
                ALTER TABLE dbo.P ALTER COLUMN Mail DROP MASKED;
                ALTER TABLE dbo.P ALTER COLUMN Rare DROP SPARSE;
                DROP SENSITIVITY CLASSIFICATION FROM dbo.P.Mail""");
        assertThat(server.rows("SELECT name FROM sys.columns WHERE object_id > 0 AND (is_masked = 1 OR is_sparse = 1)"))
                .isEmpty();
        assertThat(server.rows("SELECT label FROM sys.sensitivity_classifications"))
                .isEmpty();
    }

    @Test
    void policiesPredicatesAndPermissionsAreListed() throws SQLException {
        server.run("""
                CREATE TABLE dbo.T (Id int, Owner sysname); CREATE USER reader WITHOUT LOGIN; CREATE ROLE clerks; CREATE APPLICATION ROLE app WITH PASSWORD = 'x-Y-1'
                GO
                CREATE FUNCTION dbo.mine(@o sysname) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS ok
                GO
                CREATE SECURITY POLICY dbo.Rows ADD FILTER PREDICATE dbo.mine(Owner) ON dbo.T, ADD BLOCK PREDICATE dbo.mine(Owner) ON dbo.T AFTER INSERT WITH (STATE = ON);
                ALTER ROLE clerks ADD MEMBER reader;
                GRANT SELECT ON dbo.T(Id) TO clerks; GRANT VIEW DEFINITION ON SCHEMA::dbo TO clerks WITH GRANT OPTION; DENY DELETE ON dbo.T TO reader; GRANT CREATE TABLE TO app""");
        assertThat(
                        server.rows(
                                "SELECT p.name, x.predicate_type_desc, x.operation_desc, x.predicate_definition FROM sys.security_policies p JOIN sys.security_predicates x ON x.object_id = p.object_id ORDER BY 2"))
                .containsExactly(
                        "Rows|BLOCK|AFTER_INSERT|([dbo].[mine]([Owner]))", "Rows|FILTER|-|([dbo].[mine]([Owner]))");
        assertThat(
                        server.rows(
                                "SELECT u.name, p.class_desc, p.minor_id, p.permission_name, p.state_desc FROM sys.database_permissions p JOIN sys.database_principals u ON u.principal_id = p.grantee_principal_id WHERE p.permission_name <> 'CONNECT' ORDER BY 1, 4"))
                .containsExactly(
                        "app|DATABASE|0|CREATE TABLE|GRANT",
                        "clerks|OBJECT_OR_COLUMN|1|SELECT|GRANT",
                        "clerks|SCHEMA|0|VIEW DEFINITION|GRANT_WITH_GRANT_OPTION",
                        "reader|OBJECT_OR_COLUMN|0|DELETE|DENY");
        server.run(
                "ALTER SECURITY POLICY dbo.Rows WITH (STATE = OFF); ALTER AUTHORIZATION ON SCHEMA::dbo TO clerks; REVOKE SELECT ON dbo.T(Id) FROM clerks");
        assertThat(server.rows("SELECT is_enabled FROM sys.security_policies")).containsExactly("false");
        assertThat(server.rows("SELECT COUNT(*) FROM sys.database_permissions WHERE minor_id = 1"))
                .containsExactly("0");
    }

    @Test
    void assembliesTypesAndNumberedProceduresAreListed() throws SQLException {
        server.run("""
                CREATE ASSEMBLY Tools FROM 0x4D5A WITH PERMISSION_SET = SAFE;
                CREATE TYPE dbo.Point EXTERNAL NAME Tools.Point; CREATE TYPE dbo.Ids AS TABLE (Id int PRIMARY KEY);
                CREATE AGGREGATE dbo.Joined (@v nvarchar(10)) RETURNS nvarchar(max) EXTERNAL NAME Tools.Joined
                GO
                CREATE PROCEDURE dbo.Clr @a int AS EXTERNAL NAME Tools.Procs.Run
                GO
                CREATE PROCEDURE dbo.Many AS SELECT 1
                GO
                CREATE PROCEDURE dbo.Many;2 AS SELECT 2
                GO
                CREATE TRIGGER guard ON DATABASE FOR CREATE_TABLE, DROP_TABLE AS PRINT 'no'
                GO""");
        assertThat(
                        server.rows(
                                "SELECT o.name, o.type, m.assembly_class, m.assembly_method FROM sys.assembly_modules m JOIN sys.objects o ON o.object_id = m.object_id ORDER BY 1"))
                .containsExactly("Clr|PC|Procs|Run", "Joined|AF|Joined|-");
        assertThat(server.rows("SELECT name, assembly_class FROM sys.assembly_types"))
                .containsExactly("Point|Point");
        assertThat(server.rows("SELECT procedure_number, definition FROM sys.numbered_procedures"))
                .containsExactly("2|CREATE PROCEDURE dbo.Many;2 AS SELECT 2");
        assertThat(
                        server.rows(
                                "SELECT t.name, t.parent_class_desc, e.type_desc FROM sys.triggers t JOIN sys.trigger_events e ON e.object_id = t.object_id ORDER BY 3"))
                .containsExactly("guard|DATABASE|CREATE_TABLE", "guard|DATABASE|DROP_TABLE");
        assertThat(server.rows("SELECT name FROM sys.objects WHERE type = 'TR'"))
                .isEmpty();
        server.run("DISABLE TRIGGER guard ON DATABASE; DROP AGGREGATE dbo.Joined");
        assertThat(server.rows("SELECT is_disabled FROM sys.triggers")).containsExactly("true");
    }

    @Test
    void dependenciesSayWhatTheyCannotResolve() throws SQLException {
        server.run("""
                CREATE TABLE dbo.T (Id int)
                GO
                CREATE PROCEDURE dbo.P AS SELECT * FROM dbo.T JOIN other.dbo.U ON 1 = 1 JOIN far.db.dbo.V ON 1 = 1; EXEC Helper; SELECT dbo.f(1) FROM gone
                GO""");
        assertThat(
                        server.rows(
                                "SELECT referenced_server_name, referenced_database_name, referenced_entity_name, is_caller_dependent, CASE WHEN referenced_id IS NULL THEN 0 ELSE 1 END FROM sys.sql_expression_dependencies ORDER BY 3"))
                .containsExactly(
                        "-|-|f|false|0",
                        "-|-|gone|false|0",
                        "-|-|Helper|true|0",
                        "-|-|T|false|1",
                        "-|other|U|false|0",
                        "far|db|V|false|0");
    }

    @Test
    void dependenciesTakeNoAliasForAnObject() throws SQLException {
        server.run("""
                CREATE TABLE dbo.T (Id int)
                GO
                CREATE PROCEDURE dbo.P AS UPDATE x SET x.Id = 1 FROM dbo.T AS x; UPDATE gone SET Id = 2
                GO""");
        assertThat(server.rows("SELECT referenced_entity_name FROM sys.sql_expression_dependencies ORDER BY 1"))
                .containsExactly("gone", "T");
    }

    @Test
    void statisticsFullTextAndTrackingAreListed() throws SQLException {
        server.run("""
                CREATE TABLE dbo.T (Id int NOT NULL CONSTRAINT PK_T PRIMARY KEY, Body nvarchar(max));
                CREATE STATISTICS st ON dbo.T (Body) WITH NORECOMPUTE;
                CREATE FULLTEXT CATALOG ft AS DEFAULT;
                CREATE FULLTEXT INDEX ON dbo.T (Body LANGUAGE 1031) KEY INDEX PK_T ON ft WITH CHANGE_TRACKING AUTO;
                ALTER DATABASE shop SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS);
                ALTER TABLE dbo.T ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
                ALTER TABLE dbo.T SET (LOCK_ESCALATION = AUTO);
                EXEC sys.sp_cdc_enable_db; EXEC sys.sp_cdc_enable_table @source_schema = N'dbo', @source_name = N'T', @role_name = NULL;
                ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 4""");
        assertThat(server.rows("SELECT name, user_created, no_recompute FROM sys.stats ORDER BY name"))
                .containsExactly("PK_T|false|false", "st|true|true");
        assertThat(
                        server.rows(
                                "SELECT c.language_id, i.is_enabled FROM sys.fulltext_index_columns c JOIN sys.fulltext_indexes i ON i.object_id = c.object_id"))
                .containsExactly("1031|true");
        assertThat(server.rows("SELECT is_track_columns_updated_on FROM sys.change_tracking_tables"))
                .containsExactly("true");
        assertThat(server.rows("SELECT lock_escalation_desc, is_tracked_by_cdc FROM sys.tables"))
                .containsExactly("AUTO|true");
        assertThat(server.rows("SELECT is_cdc_enabled FROM sys.databases WHERE name = 'shop'"))
                .containsExactly("true");
        assertThat(server.rows(
                        "SELECT value, is_value_default FROM sys.database_scoped_configurations WHERE name = 'MAXDOP'"))
                .containsExactly("4|false");
    }

    @Test
    void theServerIsLinkedAndConfigured() throws SQLException {
        server.run("""
                EXEC sp_addlinkedserver @server = N'FAR', @srvproduct = N'', @provider = N'MSOLEDBSQL', @datasrc = N'far.example', @catalog = N'db';
                EXEC sp_addlinkedsrvlogin @rmtsrvname = N'FAR', @useself = N'False', @rmtuser = N'u', @rmtpassword = N'hidden-1';
                EXEC sp_serveroption 'FAR', 'rpc out', 'true';
                EXEC sp_configure 'max degree of parallelism', 4;
                RECONFIGURE""");
        assertThat(
                        server.rows(
                                "SELECT name, provider, data_source, catalog, is_rpc_out_enabled FROM sys.servers WHERE is_linked = 1"))
                .containsExactly("FAR|MSOLEDBSQL|far.example|db|true");
        assertThat(
                        server.rows(
                                "SELECT CONVERT(bigint, value_in_use) FROM sys.configurations WHERE name = 'max degree of parallelism'"))
                .containsExactly("4");
        server.run("EXEC sp_dropserver 'FAR', 'droplogins'");
        assertThat(server.rows("SELECT name FROM sys.servers WHERE is_linked = 1"))
                .isEmpty();
    }
}

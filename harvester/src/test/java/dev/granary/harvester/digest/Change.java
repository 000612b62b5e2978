package dev.granary.harvester.digest;

import java.util.function.Consumer;

/** The kinds of change that a database undergoes in tests; each finds, or first makes, what it changes. */
enum Change {
    CREATE_TABLE(SourceDatabase::createTable),
    DROP_TABLE(d -> d.run("DROP TABLE "
            + d.pick(
                    "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) FROM sys.tables AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                            + " WHERE o.temporal_type = 0 AND NOT EXISTS (SELECT 1 FROM sys.foreign_keys AS f WHERE f.referenced_object_id = o.object_id)"
                            + " AND NOT EXISTS (SELECT 1 FROM sys.security_predicates AS p WHERE p.target_object_id = o.object_id)"
                            + " AND NOT EXISTS (SELECT 1 FROM sys.sql_modules AS m JOIN sys.triggers AS r ON r.object_id = m.object_id WHERE r.parent_id = o.object_id)"
                            + " ORDER BY o.object_id",
                    d::createTable))),
    RECREATE_TABLE(d -> {
        var name = d.fresh("t");
        d.run("CREATE TABLE dbo.%s (id int NOT NULL PRIMARY KEY, a int NULL)".formatted(name));
        d.run("DROP TABLE dbo.%s".formatted(name));
        d.run("CREATE TABLE dbo.%s (id int NOT NULL PRIMARY KEY, a int NULL)".formatted(name));
    }),
    ADD_COLUMN(d ->
            d.run("ALTER TABLE %s ADD %s decimal(%d,2) NULL".formatted(d.table(), d.fresh("x"), 4 + d.number(20)))),
    DROP_COLUMN(d -> {
        var column = d.ofTable("sys.columns", "object_id", free(), () -> ADD_COLUMN.make(d));
        d.run("ALTER TABLE %s DROP COLUMN %s".formatted(column[0], column[1]));
    }),
    ALTER_COLUMN(d -> {
        var column = d.ofTable("sys.columns", "object_id", free(), () -> ADD_COLUMN.make(d));
        d.run("ALTER TABLE %s ALTER COLUMN %s decimal(%d,3) NULL".formatted(column[0], column[1], 5 + d.number(20)));
    }),
    RENAME_COLUMN(d -> {
        var column = d.ofTable("sys.columns", "object_id", "x.name LIKE 'x%'", () -> ADD_COLUMN.make(d));
        d.run("EXEC sp_rename '%s.%s', '%s', 'COLUMN'".formatted(column[0], column[1], d.fresh("x")));
    }),
    RENAME_TABLE(d -> d.run("EXEC sp_rename '%s', '%s'".formatted(d.table(), d.fresh("t")))),
    TRANSFER_TABLE(d -> {
        var table = d.pick(
                "SELECT QUOTENAME(name) FROM sys.tables WHERE schema_id = 1 AND temporal_type = 0 ORDER BY object_id",
                d::createTable);
        d.run("ALTER SCHEMA %s TRANSFER dbo.%s".formatted(d.schema(), table));
    }),
    CREATE_INDEX(d -> d.run("CREATE INDEX %s ON %s (a) INCLUDE (b)".formatted(d.fresh("ix"), withColumns(d)))),
    DROP_INDEX(d -> {
        var index = index(d);
        d.run("DROP INDEX %s ON %s".formatted(index[1], index[0]));
    }),
    REPLACE_INDEX(d -> {
        var table = withColumns(d);
        var name = d.fresh("ix");
        d.run("CREATE INDEX %s ON %s (a)".formatted(name, table));
        d.run("DROP INDEX %s ON %s".formatted(name, table));
        d.run("CREATE INDEX %s ON %s (b DESC)".formatted(name, table));
    }),
    REBUILD_INDEX(d -> d.run("ALTER INDEX ALL ON %s REBUILD".formatted(index(d)[0]))),
    DISABLE_INDEX(d -> {
        var index = index(d);
        d.run("ALTER INDEX %s ON %s DISABLE".formatted(index[1], index[0]));
    }),
    COMPRESS_INDEX(d -> {
        var index = index(d);
        d.run("ALTER INDEX %s ON %s REBUILD WITH (DATA_COMPRESSION = %s)"
                .formatted(index[1], index[0], compression(d)));
    }),
    COMPRESS_TABLE(
            d -> d.run("ALTER TABLE %s REBUILD WITH (DATA_COMPRESSION = %s)".formatted(d.table(), compression(d)))),
    FILL_INDEX(d -> {
        var index = index(d);
        d.run("ALTER INDEX %s ON %s REBUILD WITH (FILLFACTOR = %d, PAD_INDEX = ON)"
                .formatted(index[1], index[0], 50 + d.number(50)));
    }),
    CREATE_PARTITION_FUNCTION(d -> d.run("CREATE PARTITION FUNCTION %s (int) AS RANGE %s FOR VALUES (%d, 1000)"
            .formatted(d.fresh("pf"), d.number(2) == 0 ? "LEFT" : "RIGHT", d.number(999)))),
    CREATE_PARTITION_SCHEME(d -> d.run(
            "CREATE PARTITION SCHEME %s AS PARTITION %s ALL TO ([PRIMARY])".formatted(d.fresh("ps"), function(d)))),
    PARTITION_TABLE(d -> {
        var table = d.fresh("t");
        var scheme = d.pick(
                "SELECT QUOTENAME(name) FROM sys.partition_schemes ORDER BY data_space_id",
                () -> CREATE_PARTITION_SCHEME.make(d));
        d.run("CREATE TABLE dbo.%s (id int NOT NULL, a int NULL)".formatted(table));
        d.run("CREATE CLUSTERED INDEX %s ON dbo.%s (id) ON %s (id)".formatted(d.fresh("ix"), table, scheme));
    }),
    SPLIT_PARTITION(d ->
            d.run("ALTER PARTITION FUNCTION %s() SPLIT RANGE (%s)".formatted(function(d), 1001 + d.number(1_000_000)))),
    MERGE_PARTITION(d -> {
        var boundary = d.pick(
                        "SELECT f.name + ' ' + CONVERT(nvarchar(50), v.value) FROM sys.partition_range_values AS v"
                                + " JOIN sys.partition_functions AS f ON f.function_id = v.function_id ORDER BY f.function_id, v.boundary_id",
                        () -> CREATE_PARTITION_FUNCTION.make(d))
                .split(" ");
        d.run("ALTER PARTITION FUNCTION %s() MERGE RANGE (%s)".formatted(boundary[0], boundary[1]));
    }),
    CREATE_STATISTICS(d -> d.run("CREATE STATISTICS %s ON %s (b, a)%s"
            .formatted(d.fresh("st"), withColumns(d), d.number(2) == 0 ? "" : " WITH NORECOMPUTE"))),
    DROP_STATISTICS(d -> {
        var statistics = d.ofTable("sys.stats", "object_id", "x.user_created = 1", () -> CREATE_STATISTICS.make(d));
        d.run("DROP STATISTICS %s.%s".formatted(statistics[0], statistics[1]));
    }),
    ESCALATE_LOCKS(d -> d.run(
            "ALTER TABLE %s SET (LOCK_ESCALATION = %s)".formatted(d.table(), d.number(2) == 0 ? "AUTO" : "DISABLE"))),
    CREATE_POLICY(d -> {
        var function = d.fresh("f");
        d.run(
                "CREATE FUNCTION dbo.%s (@a int) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @a = 1)"
                        .formatted(function));
        d.run("CREATE SECURITY POLICY dbo.%s ADD FILTER PREDICATE dbo.%s(a) ON %s WITH (STATE = ON)"
                .formatted(d.fresh("po"), function, withColumns(d)));
    }),
    SWITCH_POLICY(d -> {
        var policy = d.object("SP", () -> CREATE_POLICY.make(d));
        d.run("ALTER SECURITY POLICY %s WITH (STATE = OFF)".formatted(policy));
        if (d.number(2) == 0) {
            d.run("ALTER SECURITY POLICY %s WITH (STATE = ON)".formatted(policy));
        }
    }),
    DROP_POLICY(d -> d.run("DROP SECURITY POLICY " + d.object("SP", () -> CREATE_POLICY.make(d)))),
    CREATE_XML_SCHEMA(d -> d.run("CREATE XML SCHEMA COLLECTION dbo.%s AS N'%s'".formatted(d.fresh("xs"), schema(d)))),
    ALTER_XML_SCHEMA(d -> d.run("ALTER XML SCHEMA COLLECTION dbo.%s ADD N'%s'".formatted(collection(d), schema(d)))),
    DROP_XML_SCHEMA(d -> {
        var collection = d.fresh("xs");
        d.run("CREATE XML SCHEMA COLLECTION dbo.%s AS N'%s'".formatted(collection, schema(d)));
        d.run("DROP XML SCHEMA COLLECTION dbo.%s".formatted(d.number(2) == 0 ? collection : unused(d)));
    }),
    TYPED_XML(d -> d.run(
            "CREATE TABLE dbo.%s (id int NOT NULL, doc xml (dbo.%s) NULL)".formatted(d.fresh("t"), collection(d)))),
    CREATE_ASSEMBLY(d -> d.run("CREATE ASSEMBLY %s FROM 0x4D5A WITH PERMISSION_SET = SAFE".formatted(d.fresh("as")))),
    CREATE_CLR_PROCEDURE(d -> {
        var assembly = d.pick(
                "SELECT QUOTENAME(name) FROM sys.assemblies WHERE is_user_defined = 1 ORDER BY assembly_id",
                () -> CREATE_ASSEMBLY.make(d));
        d.run("CREATE PROCEDURE dbo.%s @a int AS EXTERNAL NAME %s.[Sample].Run%d"
                .formatted(d.fresh("clr"), assembly, d.number(99)));
    }),
    NUMBER_PROCEDURE(d -> {
        var name = d.fresh("np");
        d.run("CREATE PROCEDURE dbo.%s;1 AS SELECT 1 AS a".formatted(name));
        d.run("CREATE PROCEDURE dbo.%s;2 AS SELECT %d AS a".formatted(name, d.number(99)));
    }),
    CREATE_FULLTEXT_INDEX(d -> {
        var name = d.fresh("t");
        d.run("CREATE FULLTEXT CATALOG ft" + name);
        d.run("CREATE TABLE dbo.%s (id int NOT NULL CONSTRAINT pk_%s PRIMARY KEY, a int NULL, body nvarchar(max) NULL)"
                .formatted(name, name));
        d.run("CREATE FULLTEXT INDEX ON dbo.%s (body LANGUAGE 1033) KEY INDEX pk_%s ON ft%s"
                .formatted(name, name, name));
    }),
    CREATE_DATABASE_TRIGGER(d -> d.run(
            "CREATE TRIGGER %s ON DATABASE FOR CREATE_TABLE AS SELECT %d".formatted(d.fresh("dt"), d.number(99)))),
    ALTER_DATABASE_TRIGGER(d -> d.run("ALTER TRIGGER %s ON DATABASE FOR CREATE_TABLE AS SELECT %d"
            .formatted(
                    d.pick(
                            "SELECT QUOTENAME(name) FROM sys.triggers WHERE parent_class = 0 ORDER BY object_id",
                            () -> CREATE_DATABASE_TRIGGER.make(d)),
                    100 + d.number(99)))),
    ADD_FOREIGN_KEY(d -> d.run("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (a) REFERENCES %s (id) ON DELETE NO ACTION"
            .formatted(withColumns(d), d.fresh("fk"), withColumns(d)))),
    DROP_FOREIGN_KEY(d -> {
        var key = d.ofTable("sys.foreign_keys", "parent_object_id", "1 = 1", () -> ADD_FOREIGN_KEY.make(d));
        d.run("ALTER TABLE %s DROP CONSTRAINT %s".formatted(key[0], key[1]));
    }),
    DISABLE_FOREIGN_KEY(d -> {
        var key = d.ofTable("sys.foreign_keys", "parent_object_id", "1 = 1", () -> ADD_FOREIGN_KEY.make(d));
        d.run("ALTER TABLE %s NOCHECK CONSTRAINT %s".formatted(key[0], key[1]));
    }),
    ADD_CHECK(d -> d.run(
            "ALTER TABLE %s ADD CONSTRAINT %s CHECK (a > %d)".formatted(withColumns(d), d.fresh("ck"), d.number(100)))),
    DROP_CHECK(d -> {
        var check = d.ofTable("sys.check_constraints", "parent_object_id", "1 = 1", () -> ADD_CHECK.make(d));
        d.run("ALTER TABLE %s DROP CONSTRAINT %s".formatted(check[0], check[1]));
    }),
    DISABLE_CHECK(d -> {
        var check =
                d.ofTable("sys.check_constraints", "parent_object_id", "x.is_disabled = 0", () -> ADD_CHECK.make(d));
        d.run("ALTER TABLE %s NOCHECK CONSTRAINT %s".formatted(check[0], check[1]));
    }),
    ENABLE_CHECK(d -> {
        var check = d.ofTable(
                "sys.check_constraints", "parent_object_id", "x.is_disabled = 1", () -> DISABLE_CHECK.make(d));
        d.run("ALTER TABLE %s WITH CHECK CHECK CONSTRAINT %s".formatted(check[0], check[1]));
    }),
    ADD_DEFAULT(d -> {
        var column = d.ofTable("sys.columns", "object_id", free(), () -> ADD_COLUMN.make(d));
        d.run("ALTER TABLE %s ADD CONSTRAINT %s DEFAULT (%d) FOR %s"
                .formatted(column[0], d.fresh("df"), d.number(9), column[1]));
    }),
    DROP_DEFAULT(d -> {
        var constraint = d.ofTable("sys.default_constraints", "parent_object_id", "1 = 1", d::createTable);
        d.run("ALTER TABLE %s DROP CONSTRAINT %s".formatted(constraint[0], constraint[1]));
    }),
    RENAME_DEFAULT(d -> {
        var constraint = d.ofTable("sys.default_constraints", "parent_object_id", "1 = 1", d::createTable);
        var schema = constraint[0].substring(0, constraint[0].indexOf("].[") + 1);
        d.run("EXEC sp_rename '%s.%s', '%s'".formatted(schema, constraint[1], d.fresh("df")));
    }),
    ADD_MASK(d -> {
        var column =
                d.ofTable("sys.columns", "object_id", "x.name LIKE 'x%' AND x.is_masked = 0", () -> ADD_COLUMN.make(d));
        d.run("ALTER TABLE %s ALTER COLUMN %s ADD MASKED WITH (FUNCTION = 'default()')"
                .formatted(column[0], column[1]));
    }),
    DROP_MASK(d -> {
        var column = d.ofTable("sys.columns", "object_id", "x.is_masked = 1", () -> ADD_MASK.make(d));
        d.run("ALTER TABLE %s ALTER COLUMN %s DROP MASKED".formatted(column[0], column[1]));
    }),
    CREATE_VIEW(d -> d.run("CREATE VIEW dbo.%s AS SELECT %d AS one, 'x' AS two".formatted(d.fresh("v"), d.number(99)))),
    ALTER_VIEW(d -> d.run("ALTER VIEW %s AS SELECT %d AS one, 'y' AS two"
            .formatted(d.object("V", () -> CREATE_VIEW.make(d)), d.number(99)))),
    DROP_VIEW(d -> d.run("DROP VIEW " + d.object("V", () -> CREATE_VIEW.make(d)))),
    CREATE_PROCEDURE(d -> d.run("CREATE PROCEDURE dbo.%s @a int, @b nvarchar(%d) = NULL AS SELECT @a"
            .formatted(d.fresh("p"), 1 + d.number(99)))),
    ALTER_PROCEDURE(d -> d.run("ALTER PROCEDURE %s @a bigint, @c decimal(%d,2) OUTPUT AS SELECT @a"
            .formatted(d.object("P", () -> CREATE_PROCEDURE.make(d)), 3 + d.number(20)))),
    DROP_PROCEDURE(d -> d.run("DROP PROCEDURE " + d.object("P", () -> CREATE_PROCEDURE.make(d)))),
    CREATE_FUNCTION(d -> d.run("CREATE FUNCTION dbo.%s (@a int) RETURNS int AS BEGIN RETURN @a + %d END"
            .formatted(d.fresh("f"), d.number(99)))),
    CREATE_TRIGGER(d -> {
        var table = withColumns(d);
        var schema = table.substring(0, table.indexOf("].[") + 1);
        d.run("CREATE TRIGGER %s.%s ON %s AFTER INSERT, UPDATE AS SELECT %d"
                .formatted(schema, d.fresh("tr"), table, d.number(99)));
    }),
    DISABLE_TRIGGER(d -> {
        var trigger = trigger(d, 0);
        d.run("ALTER TABLE %s DISABLE TRIGGER %s".formatted(trigger[0], trigger[1]));
    }),
    ENABLE_TRIGGER(d -> {
        var trigger = trigger(d, 1);
        d.run("ALTER TABLE %s ENABLE TRIGGER %s".formatted(trigger[0], trigger[1]));
    }),
    CREATE_SYNONYM(d -> d.run("CREATE SYNONYM dbo.%s FOR other.dbo.%s".formatted(d.fresh("sy"), d.fresh("t")))),
    REPLACE_SYNONYM(d -> {
        var synonym = d.object("SN", () -> CREATE_SYNONYM.make(d));
        d.run("DROP SYNONYM " + synonym);
        d.run("CREATE SYNONYM %s FOR dbo.%s".formatted(synonym, d.fresh("t")));
    }),
    CREATE_SEQUENCE(d -> d.run(
            "CREATE SEQUENCE dbo.%s AS int START WITH %d INCREMENT BY 1".formatted(d.fresh("sq"), 1 + d.number(99)))),
    ALTER_SEQUENCE(d -> d.run("ALTER SEQUENCE %s INCREMENT BY %d"
            .formatted(d.object("SO", () -> CREATE_SEQUENCE.make(d)), 2 + d.number(9)))),
    CREATE_TYPE(d -> d.run("CREATE TYPE dbo.%s FROM nvarchar(%d) NOT NULL".formatted(d.fresh("ty"), 1 + d.number(99)))),
    RECREATE_TYPE(d -> {
        var type = d.pick(
                "SELECT QUOTENAME(name) FROM sys.types WHERE name LIKE 'ty%' AND schema_id = 1 ORDER BY user_type_id",
                () -> CREATE_TYPE.make(d));
        d.run("DROP TYPE dbo." + type);
        d.run("CREATE TYPE dbo.%s FROM nvarchar(%d) NULL".formatted(type, 1 + d.number(99)));
    }),
    CREATE_TABLE_TYPE(d -> d.run("CREATE TYPE dbo.%s AS TABLE (id int NOT NULL PRIMARY KEY, a decimal(%d,1) NULL)"
            .formatted(d.fresh("tt"), 2 + d.number(20)))),
    RECREATE_TABLE_TYPE(d -> {
        var type = d.pick(
                "SELECT QUOTENAME(name) FROM sys.table_types ORDER BY user_type_id", () -> CREATE_TABLE_TYPE.make(d));
        d.run("DROP TYPE dbo." + type);
        d.run("CREATE TYPE dbo.%s AS TABLE (id int NOT NULL, b int NULL CHECK (b > %d))".formatted(type, d.number(99)));
    }),
    CREATE_SCHEMA(d -> d.run("CREATE SCHEMA " + d.fresh("s"))),
    RECREATE_SCHEMA(d -> {
        var name = d.fresh("s");
        d.run("CREATE SCHEMA " + name);
        d.run("EXEC sp_addextendedproperty 'MS_Description', 'first', 'SCHEMA', '%s'".formatted(name));
        d.run("DROP SCHEMA " + name);
        d.run("CREATE SCHEMA " + name);
        d.run("EXEC sp_addextendedproperty 'MS_Description', 'second', 'SCHEMA', '%s'".formatted(name));
    }),
    CHANGE_OWNER(d -> d.run("ALTER AUTHORIZATION ON SCHEMA::%s TO %s".formatted(d.schema(), d.user()))),
    DESCRIBE_TABLE(d -> {
        var table = d.pick(
                        "SELECT s.name + '.' + o.name FROM sys.tables AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id ORDER BY o.object_id",
                        d::createTable)
                .split("\\.");
        d.run("EXEC sp_addextendedproperty '%s', 'says %d', 'SCHEMA', '%s', 'TABLE', '%s'"
                .formatted(d.fresh("note"), d.number(999), table[0], table[1]));
    }),
    DESCRIBE_COLUMN(d -> {
        var column = d.ofTable("sys.columns", "object_id", "x.name LIKE 'x%'", () -> ADD_COLUMN.make(d));
        var table = column[0].replace("[", "").replace("]", "").split("\\.");
        d.run("EXEC sp_addextendedproperty '%s', 'says %d', 'SCHEMA', '%s', 'TABLE', '%s', 'COLUMN', '%s'"
                .formatted(d.fresh("note"), d.number(999), table[0], table[1], SourceDatabase.bare(column[1])));
    }),
    UPDATE_PROPERTY(d -> {
        var table = property(d);
        d.run("EXEC sp_updateextendedproperty '%s', 'now %d', 'SCHEMA', '%s', 'TABLE', '%s'"
                .formatted(table[2], d.number(999), table[0], table[1]));
    }),
    DROP_PROPERTY(d -> {
        var table = property(d);
        d.run("EXEC sp_dropextendedproperty '%s', 'SCHEMA', '%s', 'TABLE', '%s'"
                .formatted(table[2], table[0], table[1]));
    }),
    CREATE_USER(d -> d.run("CREATE USER %s WITHOUT LOGIN".formatted(d.fresh("u")))),
    GRANT(d -> d.run("GRANT SELECT ON %s TO %s".formatted(d.table(), d.user()))),
    GRANT_ON_SYSTEM_OBJECT(d -> d.run("GRANT SELECT ON sys.sql_expression_dependencies TO " + d.user())),
    DENY(d -> d.run("DENY INSERT ON SCHEMA::%s TO %s".formatted(d.schema(), d.user()))),
    REVOKE(d -> {
        var table = d.table();
        var user = d.user();
        d.run("GRANT UPDATE ON %s TO %s".formatted(table, user));
        d.run("GRANT DELETE ON %s TO %s".formatted(table, user));
        d.run("REVOKE UPDATE ON %s FROM %s".formatted(table, user));
    }),
    ADD_MEMBER(d -> {
        var role = d.fresh("r");
        d.run("CREATE ROLE " + role);
        d.run("ALTER ROLE %s ADD MEMBER %s".formatted(role, d.user()));
    }),
    RENAME_USER(d -> d.run("ALTER USER %s WITH NAME = %s".formatted(d.user(), d.fresh("u")))),
    CLASSIFY(d -> d.run("ADD SENSITIVITY CLASSIFICATION TO %s.a WITH (LABEL = 'Level %d', INFORMATION_TYPE = 'Name')"
            .formatted(withColumns(d), d.number(99)))),
    SET_OPTION(d ->
            d.run("ALTER DATABASE %s SET RECOVERY %s".formatted(d.name(), d.number(2) == 0 ? "SIMPLE" : "FULL"))),
    BACK_UP_AND_RESTORE(d -> {
        d.run("BACKUP DATABASE %s TO DISK = 'earlier-%s.bak'".formatted(d.name(), d.name()));
        ADD_COLUMN.make(d);
        ALTER_VIEW.make(d);
        d.run("USE master; RESTORE DATABASE %s FROM DISK = 'earlier-%s.bak' WITH REPLACE"
                .formatted(d.name(), d.name()));
    });

    private final Consumer<SourceDatabase> change;

    Change(Consumer<SourceDatabase> change) {
        this.change = change;
    }

    void make(SourceDatabase database) {
        change.accept(database);
    }

    /** A table that still has the columns a, b and the key id. */
    private static String withColumns(SourceDatabase d) {
        return d.pick(
                "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) FROM sys.tables AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                        + " JOIN sys.columns AS c ON c.object_id = o.object_id AND c.name = 'b' ORDER BY o.object_id",
                d::createTable);
    }

    private static String[] index(SourceDatabase d) {
        return d.ofTable("sys.indexes", "object_id", "x.name LIKE 'ix%'", () -> CREATE_INDEX.make(d));
    }

    private static String[] trigger(SourceDatabase d, int disabled) {
        return d.ofTable(
                "sys.triggers",
                "parent_id",
                "x.is_disabled = " + disabled,
                () -> (disabled == 0 ? CREATE_TRIGGER : DISABLE_TRIGGER).make(d));
    }

    private static String[] property(SourceDatabase d) {
        return d.pick(
                        "SELECT s.name + ' ' + o.name + ' ' + x.name FROM sys.extended_properties AS x JOIN sys.tables AS o"
                                + " ON o.object_id = x.major_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                                + " WHERE x.class = 1 AND x.minor_id = 0 ORDER BY x.major_id, x.name",
                        () -> DESCRIBE_TABLE.make(d))
                .split(" ");
    }

    private static String compression(SourceDatabase d) {
        return d.number(3) == 0 ? "NONE" : d.number(2) == 0 ? "ROW" : "PAGE";
    }

    private static String function(SourceDatabase d) {
        return d.pick(
                "SELECT QUOTENAME(name) FROM sys.partition_functions ORDER BY function_id",
                () -> CREATE_PARTITION_FUNCTION.make(d));
    }

    private static String collection(SourceDatabase d) {
        return d.pick(
                "SELECT QUOTENAME(name) FROM sys.xml_schema_collections WHERE xml_collection_id > 1 ORDER BY xml_collection_id",
                () -> CREATE_XML_SCHEMA.make(d));
    }

    private static String unused(SourceDatabase d) {
        return d.pick(
                "SELECT QUOTENAME(x.name) FROM sys.xml_schema_collections AS x WHERE x.xml_collection_id > 1"
                        + " AND NOT EXISTS (SELECT 1 FROM sys.columns AS c WHERE c.xml_collection_id = x.xml_collection_id) ORDER BY x.xml_collection_id",
                () -> CREATE_XML_SCHEMA.make(d));
    }

    /** An XML schema of a namespace of its own. */
    private static String schema(SourceDatabase d) {
        return "<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:%s\"/>"
                .formatted(d.fresh("n"));
    }

    /** A column that was added and nothing depends on. */
    private static String free() {
        return "x.name LIKE 'x%' AND x.default_object_id = 0 AND x.is_masked = 0";
    }
}

package dev.granary.harvester.digest;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of change that a database undergoes in tests. What is altered, replaced or dropped was there when the database was last harvested:
 * only then has a harvest that compares anything to find.
 */
enum Change {
    CREATE_TABLE(SourceDatabase::createTable),
    DROP_TABLE(Target.DROPPABLE_TABLE, (d, it) -> d.run("DROP TABLE " + it[0])),
    RECREATE_TABLE(Target.UNTOUCHED_TABLE, (d, it) -> {
        d.run("DROP TABLE " + it[0]);
        createSame(d, it[0]);
    }),
    RECREATE_TABLE_OTHERWISE(Target.DROPPABLE_TABLE, (d, it) -> {
        d.run("DROP TABLE " + it[0]);
        d.run("CREATE TABLE %s (b nvarchar(%d) NULL, id bigint NOT NULL PRIMARY KEY, a int NULL, %s datetime2(%d) NULL)"
                .formatted(it[0], 100 + d.number(99), d.fresh("x"), d.number(8)));
    }),
    ADD_COLUMN(d -> d.run(
            "ALTER TABLE %s ADD %s decimal(%d,2) NULL".formatted(d.any(Target.TABLE), d.fresh("x"), 4 + d.number(20)))),
    DROP_COLUMN(Target.FREE_COLUMN, (d, it) -> d.run("ALTER TABLE %s DROP COLUMN %s".formatted(it[0], it[1]))),
    ALTER_COLUMN(
            Target.FREE_COLUMN,
            (d, it) -> d.run(
                    "ALTER TABLE %s ALTER COLUMN %s decimal(%d,3) NULL".formatted(it[0], it[1], 5 + d.number(20)))),
    RENAME_COLUMN(
            Target.ADDED_COLUMN,
            (d, it) -> d.run("EXEC sp_rename '%s.%s', '%s', 'COLUMN'".formatted(it[0], it[1], d.fresh("x")))),
    RENAME_TABLE(Target.TABLE, (d, it) -> d.run("EXEC sp_rename '%s', '%s'".formatted(it[0], d.fresh("t")))),
    TRANSFER_TABLE(
            Target.TABLE_OF_DBO,
            (d, it) -> d.run("ALTER SCHEMA %s TRANSFER %s".formatted(d.any(Target.SCHEMA), it[0]))),
    CREATE_INDEX(d ->
            d.run("CREATE INDEX %s ON %s (a) INCLUDE (b)".formatted(d.fresh("ix"), d.any(Target.TABLE_WITH_COLUMNS)))),
    DROP_INDEX(Target.INDEX, (d, it) -> d.run("DROP INDEX %s ON %s".formatted(it[1], it[0]))),
    REPLACE_INDEX(Target.SECONDARY_INDEX, (d, it) -> {
        d.run("DROP INDEX %s ON %s".formatted(it[1], it[0]));
        d.run("CREATE INDEX %s ON %s %s".formatted(it[1], it[0], d.number(2) == 0 ? "(a) INCLUDE (b)" : "(b DESC)"));
    }),
    REBUILD_INDEX(Target.INDEX, (d, it) -> d.run("ALTER INDEX ALL ON %s REBUILD".formatted(it[0]))),
    DISABLE_INDEX(Target.ENABLED_INDEX, (d, it) -> d.run("ALTER INDEX %s ON %s DISABLE".formatted(it[1], it[0]))),
    COMPRESS_INDEX(
            Target.INDEX,
            (d, it) -> d.run("ALTER INDEX %s ON %s REBUILD WITH (DATA_COMPRESSION = %s)"
                    .formatted(it[1], it[0], compression(d)))),
    COMPRESS_TABLE(
            Target.TABLE,
            (d, it) -> d.run("ALTER TABLE %s REBUILD WITH (DATA_COMPRESSION = %s)".formatted(it[0], compression(d)))),
    FILL_INDEX(
            Target.INDEX,
            (d, it) -> d.run("ALTER INDEX %s ON %s REBUILD WITH (FILLFACTOR = %d, PAD_INDEX = ON)"
                    .formatted(it[1], it[0], 50 + d.number(50)))),
    CREATE_PARTITION_FUNCTION(d -> d.run("CREATE PARTITION FUNCTION %s (int) AS RANGE %s FOR VALUES (%d, 1000)"
            .formatted(d.fresh("pf"), d.number(2) == 0 ? "LEFT" : "RIGHT", d.number(999)))),
    CREATE_PARTITION_SCHEME(d -> d.run("CREATE PARTITION SCHEME %s AS PARTITION %s ALL TO ([PRIMARY])"
            .formatted(d.fresh("ps"), d.any(Target.PARTITION_FUNCTION)))),
    PARTITION_TABLE(d -> {
        var table = d.fresh("t");
        d.run("CREATE TABLE dbo.%s (id int NOT NULL, a int NULL)".formatted(table));
        d.run("CREATE CLUSTERED INDEX %s ON dbo.%s (id) ON %s (id)"
                .formatted(d.fresh("ix"), table, d.any(Target.PARTITION_SCHEME)));
    }),
    SPLIT_PARTITION(
            Target.PARTITION_FUNCTION,
            (d, it) -> d.run(
                    "ALTER PARTITION FUNCTION %s() SPLIT RANGE (%s)".formatted(it[0], 1001 + d.number(1_000_000)))),
    MERGE_PARTITION(
            Target.PARTITION_BOUNDARY,
            (d, it) -> d.run("ALTER PARTITION FUNCTION %s() MERGE RANGE (%s)".formatted(it[0], it[1]))),
    CREATE_STATISTICS(d -> d.run("CREATE STATISTICS %s ON %s (b, a)%s"
            .formatted(d.fresh("st"), d.any(Target.TABLE_WITH_COLUMNS), d.number(2) == 0 ? "" : " WITH NORECOMPUTE"))),
    DROP_STATISTICS(Target.STATISTICS, (d, it) -> d.run("DROP STATISTICS %s.%s".formatted(it[0], it[1]))),
    ESCALATE_LOCKS(
            Target.TABLE,
            (d, it) -> d.run("ALTER TABLE %s SET (LOCK_ESCALATION = %s)"
                    .formatted(it[0], d.number(2) == 0 ? "AUTO" : "DISABLE"))),
    CREATE_POLICY(d -> {
        var function = d.fresh("f");
        d.run(
                "CREATE FUNCTION dbo.%s (@a int) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @a = 1)"
                        .formatted(function));
        d.run("CREATE SECURITY POLICY dbo.%s ADD FILTER PREDICATE dbo.%s(a) ON %s WITH (STATE = ON)"
                .formatted(d.fresh("po"), function, d.any(Target.TABLE_WITH_COLUMNS)));
    }),
    SWITCH_POLICY(
            Target.POLICY_TO_SWITCH,
            (d, it) -> d.run("ALTER SECURITY POLICY %s WITH (STATE = %s)".formatted(it[0], it[1]))),
    DROP_POLICY(Target.POLICY, (d, it) -> d.run("DROP SECURITY POLICY " + it[0])),
    CREATE_XML_SCHEMA(d -> d.run("CREATE XML SCHEMA COLLECTION dbo.%s AS N'%s'".formatted(d.fresh("xs"), schema(d)))),
    ALTER_XML_SCHEMA(
            Target.XML_COLLECTION,
            (d, it) -> d.run("ALTER XML SCHEMA COLLECTION dbo.%s ADD N'%s'".formatted(it[0], schema(d)))),
    DROP_XML_SCHEMA(Target.UNUSED_XML_COLLECTION, (d, it) -> d.run("DROP XML SCHEMA COLLECTION dbo." + it[0])),
    TYPED_XML(d -> d.run("CREATE TABLE dbo.%s (id int NOT NULL, doc xml (dbo.%s) NULL)"
            .formatted(d.fresh("t"), d.any(Target.XML_COLLECTION)))),
    CREATE_ASSEMBLY(d -> d.run("CREATE ASSEMBLY %s FROM 0x4D5A WITH PERMISSION_SET = SAFE".formatted(d.fresh("as")))),
    CREATE_CLR_PROCEDURE(d -> d.run("CREATE PROCEDURE dbo.%s @a int AS EXTERNAL NAME %s.[Sample].Run%d"
            .formatted(d.fresh("clr"), d.any(Target.ASSEMBLY), d.number(99)))),
    NUMBER_PROCEDURE(
            Target.PROCEDURE,
            (d, it) -> d.run("CREATE PROCEDURE %s;%s AS SELECT %d AS a".formatted(it[0], d.fresh("1"), d.number(99)))),
    CREATE_FULLTEXT_INDEX(Target.KEY_WITHOUT_FULLTEXT, (d, it) -> {
        var catalog = d.fresh("ft");
        d.run("CREATE FULLTEXT CATALOG " + catalog);
        d.run("CREATE FULLTEXT INDEX ON %s (b LANGUAGE 1033) KEY INDEX %s ON %s".formatted(it[0], it[1], catalog));
    }),
    CREATE_DATABASE_TRIGGER(d -> d.run(
            "CREATE TRIGGER %s ON DATABASE FOR CREATE_TABLE AS SELECT %d".formatted(d.fresh("dt"), d.number(99)))),
    ALTER_DATABASE_TRIGGER(
            Target.DATABASE_TRIGGER,
            (d, it) -> d.run(
                    "ALTER TRIGGER %s ON DATABASE FOR CREATE_TABLE AS SELECT %d".formatted(it[0], 100 + d.number(99)))),
    ADD_FOREIGN_KEY(d -> d.run("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (a) REFERENCES %s (id) ON DELETE NO ACTION"
            .formatted(d.any(Target.TABLE_WITH_COLUMNS), d.fresh("fk"), d.any(Target.TABLE_WITH_COLUMNS)))),
    DROP_FOREIGN_KEY(Target.FOREIGN_KEY, Change::dropConstraint),
    DISABLE_FOREIGN_KEY(
            Target.ENABLED_FOREIGN_KEY,
            (d, it) -> d.run("ALTER TABLE %s NOCHECK CONSTRAINT %s".formatted(it[0], it[1]))),
    ADD_CHECK(d -> d.run("ALTER TABLE %s ADD CONSTRAINT %s CHECK (a > %d)"
            .formatted(d.any(Target.TABLE_WITH_COLUMNS), d.fresh("ck"), d.number(100)))),
    DROP_CHECK(Target.CHECK, Change::dropConstraint),
    DISABLE_CHECK(
            Target.ENABLED_CHECK, (d, it) -> d.run("ALTER TABLE %s NOCHECK CONSTRAINT %s".formatted(it[0], it[1]))),
    ENABLE_CHECK(
            Target.DISABLED_CHECK,
            (d, it) -> d.run("ALTER TABLE %s WITH CHECK CHECK CONSTRAINT %s".formatted(it[0], it[1]))),
    ADD_DEFAULT(
            Target.FREE_COLUMN,
            (d, it) -> d.run("ALTER TABLE %s ADD CONSTRAINT %s DEFAULT (%d) FOR %s"
                    .formatted(it[0], d.fresh("df"), d.number(9), it[1]))),
    DROP_DEFAULT(Target.DEFAULT, Change::dropConstraint),
    RENAME_DEFAULT(
            Target.DEFAULT,
            (d, it) -> d.run("EXEC sp_rename '%s.%s', '%s'".formatted(schemaOf(it[0]), it[1], d.fresh("df")))),
    ADD_MASK(
            Target.UNMASKED_COLUMN,
            (d, it) -> d.run(
                    "ALTER TABLE %s ALTER COLUMN %s ADD MASKED WITH (FUNCTION = 'default()')".formatted(it[0], it[1]))),
    DROP_MASK(
            Target.MASKED_COLUMN,
            (d, it) -> d.run("ALTER TABLE %s ALTER COLUMN %s DROP MASKED".formatted(it[0], it[1]))),
    CREATE_VIEW(d -> d.run("CREATE VIEW dbo.%s AS SELECT %d AS one, 'x' AS two".formatted(d.fresh("v"), d.number(99)))),
    ALTER_VIEW(
            Target.VIEW,
            (d, it) -> d.run("ALTER VIEW %s AS SELECT %d AS one, 'y' AS two".formatted(it[0], d.number(99)))),
    DROP_VIEW(Target.VIEW, (d, it) -> d.run("DROP VIEW " + it[0])),
    CREATE_PROCEDURE(d -> d.run("CREATE PROCEDURE dbo.%s @a int, @b nvarchar(%d) = NULL AS SELECT @a"
            .formatted(d.fresh("p"), 1 + d.number(99)))),
    ALTER_PROCEDURE(
            Target.PROCEDURE,
            (d, it) -> d.run("ALTER PROCEDURE %s @a bigint, @c decimal(%d,2) OUTPUT AS SELECT @a"
                    .formatted(it[0], 3 + d.number(20)))),
    DROP_PROCEDURE(Target.PROCEDURE, (d, it) -> d.run("DROP PROCEDURE " + it[0])),
    CREATE_FUNCTION(d -> d.run("CREATE FUNCTION dbo.%s (@a int) RETURNS int AS BEGIN RETURN @a + %d END"
            .formatted(d.fresh("f"), d.number(99)))),
    CREATE_TRIGGER(d -> {
        var table = d.any(Target.TABLE_WITH_COLUMNS);
        d.run("CREATE TRIGGER %s.%s ON %s AFTER INSERT, UPDATE AS SELECT %d"
                .formatted(schemaOf(table), d.fresh("tr"), table, d.number(99)));
    }),
    DISABLE_TRIGGER(
            Target.ENABLED_TRIGGER, (d, it) -> d.run("ALTER TABLE %s DISABLE TRIGGER %s".formatted(it[0], it[1]))),
    ENABLE_TRIGGER(
            Target.DISABLED_TRIGGER, (d, it) -> d.run("ALTER TABLE %s ENABLE TRIGGER %s".formatted(it[0], it[1]))),
    CREATE_SYNONYM(d -> d.run("CREATE SYNONYM dbo.%s FOR other.dbo.%s".formatted(d.fresh("sy"), d.fresh("t")))),
    REPLACE_SYNONYM(Target.SYNONYM, (d, it) -> {
        d.run("DROP SYNONYM " + it[0]);
        d.run("CREATE SYNONYM %s FOR dbo.%s".formatted(it[0], d.fresh("t")));
    }),
    CREATE_SEQUENCE(d -> d.run(
            "CREATE SEQUENCE dbo.%s AS int START WITH %d INCREMENT BY 1".formatted(d.fresh("sq"), 1 + d.number(99)))),
    ALTER_SEQUENCE(
            Target.SEQUENCE, (d, it) -> d.run("ALTER SEQUENCE %s INCREMENT BY %d".formatted(it[0], 2 + d.number(9)))),
    CREATE_TYPE(d -> d.run("CREATE TYPE dbo.%s FROM nvarchar(%d) NOT NULL".formatted(d.fresh("ty"), 1 + d.number(99)))),
    RECREATE_TYPE(Target.TYPE, (d, it) -> {
        d.run("DROP TYPE dbo." + it[0]);
        d.run("CREATE TYPE dbo.%s FROM nvarchar(%d) NULL".formatted(it[0], 1 + d.number(99)));
    }),
    CREATE_TABLE_TYPE(d -> d.run("CREATE TYPE dbo.%s AS TABLE (id int NOT NULL PRIMARY KEY, a decimal(%d,1) NULL)"
            .formatted(d.fresh("tt"), 2 + d.number(20)))),
    RECREATE_TABLE_TYPE(Target.TABLE_TYPE, (d, it) -> {
        d.run("DROP TYPE dbo." + it[0]);
        d.run("CREATE TYPE dbo.%s AS TABLE (id int NOT NULL, b int NULL CHECK (b > %d))"
                .formatted(it[0], d.number(99)));
    }),
    CREATE_SCHEMA(d -> d.run("CREATE SCHEMA " + d.fresh("s"))),
    RECREATE_SCHEMA(Target.EMPTY_SCHEMA, (d, it) -> {
        d.run("DROP SCHEMA " + it[0]);
        createDescribed(d, it[0]);
    }),
    CHANGE_OWNER(
            Target.SCHEMA_OF_ANOTHER,
            (d, it) -> d.run("ALTER AUTHORIZATION ON SCHEMA::%s TO %s".formatted(it[0], it[1]))),
    DESCRIBE_TABLE(d -> {
        var table = bare(d.any(Target.TABLE));
        d.run("EXEC sp_addextendedproperty '%s', 'says %d', 'SCHEMA', '%s', 'TABLE', '%s'"
                .formatted(d.fresh("note"), d.number(999), table[0], table[1]));
    }),
    DESCRIBE_COLUMN(Target.ADDED_COLUMN, (d, it) -> {
        var table = bare(it[0]);
        d.run("EXEC sp_addextendedproperty '%s', 'says %d', 'SCHEMA', '%s', 'TABLE', '%s', 'COLUMN', '%s'"
                .formatted(d.fresh("note"), d.number(999), table[0], table[1], bare(it[1])[0]));
    }),
    UPDATE_PROPERTY(
            Target.PROPERTY,
            (d, it) -> d.run("EXEC sp_updateextendedproperty '%s', 'now %d', 'SCHEMA', '%s', 'TABLE', '%s'"
                    .formatted(it[2], d.number(999), it[0], it[1]))),
    DROP_PROPERTY(
            Target.PROPERTY,
            (d, it) -> d.run(
                    "EXEC sp_dropextendedproperty '%s', 'SCHEMA', '%s', 'TABLE', '%s'".formatted(it[2], it[0], it[1]))),
    CREATE_USER(d -> d.run("CREATE USER %s WITHOUT LOGIN".formatted(d.fresh("u")))),
    GRANT(d -> d.run("GRANT %s ON %s TO %s"
            .formatted(d.number(2) == 0 ? "SELECT" : "UPDATE", d.any(Target.TABLE), d.any(Target.USER)))),
    GRANT_ON_SYSTEM_OBJECT(d -> d.run("GRANT SELECT ON sys.sql_expression_dependencies TO " + d.any(Target.USER))),
    DENY(d -> d.run("DENY INSERT ON SCHEMA::%s TO %s".formatted(d.any(Target.SCHEMA), d.any(Target.USER)))),
    REVOKE(Target.PERMISSION, (d, it) -> d.run("REVOKE %s ON %s FROM %s".formatted(it[0], it[1], it[2]))),
    ADD_MEMBER(Target.ROLE_WITHOUT_MEMBER, (d, it) -> d.run("ALTER ROLE %s ADD MEMBER %s".formatted(it[0], it[1]))),
    RENAME_USER(Target.USER, (d, it) -> d.run("ALTER USER %s WITH NAME = %s".formatted(it[0], d.fresh("u")))),
    CLASSIFY(
            Target.TABLE_WITH_COLUMNS,
            (d, it) ->
                    d.run("ADD SENSITIVITY CLASSIFICATION TO %s.a WITH (LABEL = 'Level %d', INFORMATION_TYPE = 'Name')"
                            .formatted(it[0], d.number(99)))),
    SET_OPTION(Target.RECOVERY_MODEL, (d, it) -> d.run("ALTER DATABASE %s SET RECOVERY %s".formatted(d.name(), it[0]))),
    BACK_UP(SourceDatabase::backUp),
    RESTORE(Target.BACKUP, (d, it) -> d.restore(it[0]));

    private final @Nullable Target target;
    private final BiConsumer<SourceDatabase, String[]> change;

    Change(Consumer<SourceDatabase> change) {
        this.target = null;
        this.change = (database, it) -> change.accept(database);
    }

    Change(Target target, BiConsumer<SourceDatabase, String[]> change) {
        this.target = target;
        this.change = change;
    }

    /** What has to be there before; empty where something new is made. */
    Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    /** Makes the change to what was there at the last harvest; false where there is no such thing, which then is made for the next time. */
    boolean make(SourceDatabase database) {
        var line = target == null ? Optional.of("") : database.harvested(target);
        line.ifPresent(words -> change.accept(database, words.split(" ")));
        return line.isPresent();
    }

    /** Makes the change to whatever there is. */
    void makeToAny(SourceDatabase database) {
        change.accept(database, (target == null ? "" : database.any(target)).split(" "));
    }

    static void createSame(SourceDatabase d, String table) {
        d.run("CREATE TABLE %s (id int NOT NULL PRIMARY KEY, a int NULL)".formatted(table));
    }

    static void createDescribed(SourceDatabase d, String schema) {
        d.run("CREATE SCHEMA " + schema);
        d.run("EXEC sp_addextendedproperty 'MS_Description', 'says %d', 'SCHEMA', '%s'".formatted(d.number(2), schema));
    }

    private static void dropConstraint(SourceDatabase d, String[] it) {
        d.run("ALTER TABLE %s DROP CONSTRAINT %s".formatted(it[0], it[1]));
    }

    private static String compression(SourceDatabase d) {
        return d.number(3) == 0 ? "NONE" : d.number(2) == 0 ? "ROW" : "PAGE";
    }

    /** An XML schema of a namespace of its own. */
    private static String schema(SourceDatabase d) {
        return "<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:%s\"/>"
                .formatted(d.fresh("n"));
    }

    private static String schemaOf(String table) {
        return table.substring(0, table.indexOf("].[") + 1);
    }

    private static String[] bare(String quoted) {
        return quoted.replace("[", "").replace("]", "").split("\\.");
    }
}

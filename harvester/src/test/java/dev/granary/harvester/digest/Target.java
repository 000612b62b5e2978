package dev.granary.harvester.digest;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What changes are made to, found in a database's own catalogue; and how it is made where there is none. */
enum Target {
    TABLE(tables("1 = 1"), SourceDatabase::createTable),
    DROPPABLE_TABLE(tables(droppable()), SourceDatabase::createTable),
    /** A table that is still as it was created. */
    UNTOUCHED_TABLE(
            tables("o.name LIKE 'same%' AND o.modify_date = o.create_date AND " + droppable()),
            d -> Change.createSame(d, "dbo." + d.fresh("same"))),
    TABLE_OF_DBO(tables("o.schema_id = 1"), SourceDatabase::createTable),
    /** A table that still has the columns a, b and the key id. */
    TABLE_WITH_COLUMNS(tables(withColumns()), SourceDatabase::createTable),
    /** Such a table and its key. */
    KEY_WITHOUT_FULLTEXT(
            ofTable(
                    "sys.key_constraints",
                    "parent_object_id",
                    "x.type = 'PK' AND " + withColumns()
                            + " AND NOT EXISTS (SELECT 1 FROM sys.fulltext_indexes AS f WHERE f.object_id = o.object_id)"),
            SourceDatabase::createTable),
    ADDED_COLUMN(columns("1 = 1"), d -> Change.ADD_COLUMN.makeToAny(d)),
    /** A column that was added and nothing depends on. */
    FREE_COLUMN(columns("x.default_object_id = 0 AND x.is_masked = 0"), d -> Change.ADD_COLUMN.makeToAny(d)),
    UNMASKED_COLUMN(columns("x.is_masked = 0"), d -> Change.ADD_COLUMN.makeToAny(d)),
    MASKED_COLUMN(columns("x.is_masked = 1"), d -> Change.ADD_MASK.makeToAny(d)),
    INDEX(indexes("1 = 1"), d -> Change.CREATE_INDEX.makeToAny(d)),
    ENABLED_INDEX(indexes("x.is_disabled = 0"), d -> Change.CREATE_INDEX.makeToAny(d)),
    SECONDARY_INDEX(indexes("x.type = 2 AND " + withColumns()), d -> Change.CREATE_INDEX.makeToAny(d)),
    PARTITION_FUNCTION(
            "SELECT QUOTENAME(name) FROM sys.partition_functions ORDER BY function_id",
            d -> Change.CREATE_PARTITION_FUNCTION.makeToAny(d)),
    PARTITION_SCHEME(
            "SELECT QUOTENAME(name) FROM sys.partition_schemes ORDER BY data_space_id",
            d -> Change.CREATE_PARTITION_SCHEME.makeToAny(d)),
    PARTITION_BOUNDARY(
            "SELECT f.name + ' ' + CONVERT(nvarchar(50), v.value) FROM sys.partition_range_values AS v"
                    + " JOIN sys.partition_functions AS f ON f.function_id = v.function_id ORDER BY f.function_id, v.boundary_id",
            d -> Change.CREATE_PARTITION_FUNCTION.makeToAny(d)),
    STATISTICS(ofTable("sys.stats", "object_id", "x.user_created = 1"), d -> Change.CREATE_STATISTICS.makeToAny(d)),
    POLICY(objects("SP"), d -> Change.CREATE_POLICY.makeToAny(d)),
    /** A policy and the word for what it is not. */
    POLICY_TO_SWITCH(
            "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) + ' ' + CASE WHEN o.is_enabled = 1 THEN 'OFF' ELSE 'ON' END"
                    + " FROM sys.security_policies AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id ORDER BY o.object_id",
            d -> Change.CREATE_POLICY.makeToAny(d)),
    XML_COLLECTION(
            "SELECT QUOTENAME(name) FROM sys.xml_schema_collections WHERE xml_collection_id > 1 ORDER BY xml_collection_id",
            d -> Change.CREATE_XML_SCHEMA.makeToAny(d)),
    UNUSED_XML_COLLECTION(
            "SELECT QUOTENAME(x.name) FROM sys.xml_schema_collections AS x WHERE x.xml_collection_id > 1"
                    + " AND NOT EXISTS (SELECT 1 FROM sys.columns AS c WHERE c.xml_collection_id = x.xml_collection_id) ORDER BY x.xml_collection_id",
            d -> Change.CREATE_XML_SCHEMA.makeToAny(d)),
    ASSEMBLY(
            "SELECT QUOTENAME(name) FROM sys.assemblies WHERE is_user_defined = 1 ORDER BY assembly_id",
            d -> Change.CREATE_ASSEMBLY.makeToAny(d)),
    DATABASE_TRIGGER(
            "SELECT QUOTENAME(name) FROM sys.triggers WHERE parent_class = 0 ORDER BY object_id",
            d -> Change.CREATE_DATABASE_TRIGGER.makeToAny(d)),
    FOREIGN_KEY(ofTable("sys.foreign_keys", "parent_object_id", "1 = 1"), d -> Change.ADD_FOREIGN_KEY.makeToAny(d)),
    ENABLED_FOREIGN_KEY(
            ofTable("sys.foreign_keys", "parent_object_id", "x.is_disabled = 0"),
            d -> Change.ADD_FOREIGN_KEY.makeToAny(d)),
    CHECK(checks("1 = 1"), d -> Change.ADD_CHECK.makeToAny(d)),
    ENABLED_CHECK(checks("x.is_disabled = 0"), d -> Change.ADD_CHECK.makeToAny(d)),
    DISABLED_CHECK(checks("x.is_disabled = 1"), d -> Change.DISABLE_CHECK.makeToAny(d)),
    DEFAULT(ofTable("sys.default_constraints", "parent_object_id", "1 = 1"), SourceDatabase::createTable),
    VIEW(objects("V"), d -> Change.CREATE_VIEW.makeToAny(d)),
    PROCEDURE(objects("P"), d -> Change.CREATE_PROCEDURE.makeToAny(d)),
    SYNONYM(objects("SN"), d -> Change.CREATE_SYNONYM.makeToAny(d)),
    SEQUENCE(objects("SO"), d -> Change.CREATE_SEQUENCE.makeToAny(d)),
    ENABLED_TRIGGER(ofTable("sys.triggers", "parent_id", "x.is_disabled = 0"), d -> Change.CREATE_TRIGGER.makeToAny(d)),
    DISABLED_TRIGGER(
            ofTable("sys.triggers", "parent_id", "x.is_disabled = 1"), d -> Change.DISABLE_TRIGGER.makeToAny(d)),
    TYPE(
            "SELECT QUOTENAME(name) FROM sys.types WHERE name LIKE 'ty%' AND schema_id = 1 ORDER BY user_type_id",
            d -> Change.CREATE_TYPE.makeToAny(d)),
    TABLE_TYPE(
            "SELECT QUOTENAME(name) FROM sys.table_types ORDER BY user_type_id",
            d -> Change.CREATE_TABLE_TYPE.makeToAny(d)),
    SCHEMA(
            "SELECT QUOTENAME(name) FROM sys.schemas WHERE schema_id BETWEEN 5 AND 16000 ORDER BY schema_id",
            d -> Change.CREATE_SCHEMA.makeToAny(d)),
    EMPTY_SCHEMA(
            "SELECT s.name FROM sys.schemas AS s WHERE s.schema_id BETWEEN 5 AND 16000"
                    + " AND NOT EXISTS (SELECT 1 FROM sys.objects AS o WHERE o.schema_id = s.schema_id) ORDER BY s.schema_id",
            d -> Change.createDescribed(d, d.fresh("s"))),
    /** A schema and a user who does not own it. */
    SCHEMA_OF_ANOTHER(
            "SELECT QUOTENAME(s.name) + ' ' + QUOTENAME(p.name) FROM sys.schemas AS s CROSS JOIN sys.database_principals AS p"
                    + " WHERE s.schema_id BETWEEN 5 AND 16000 AND p.name LIKE 'u%' AND p.principal_id <> s.principal_id"
                    + " ORDER BY s.schema_id, p.principal_id",
            d -> {
                Change.CREATE_SCHEMA.makeToAny(d);
                Change.CREATE_USER.makeToAny(d);
            }),
    PROPERTY(
            "SELECT s.name + ' ' + o.name + ' ' + x.name FROM sys.extended_properties AS x JOIN sys.tables AS o"
                    + " ON o.object_id = x.major_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                    + " WHERE x.class = 1 AND x.minor_id = 0 ORDER BY x.major_id, x.name",
            d -> Change.DESCRIBE_TABLE.makeToAny(d)),
    USER(
            "SELECT QUOTENAME(name) FROM sys.database_principals WHERE name LIKE 'u%' ORDER BY principal_id",
            d -> Change.CREATE_USER.makeToAny(d)),
    /** A role and a user who is not in it. */
    ROLE_WITHOUT_MEMBER(
            "SELECT QUOTENAME(r.name) + ' ' + QUOTENAME(u.name) FROM sys.database_principals AS r CROSS JOIN sys.database_principals AS u"
                    + " WHERE r.type = 'R' AND r.name LIKE 'r%' AND u.name LIKE 'u%' AND NOT EXISTS (SELECT 1 FROM sys.database_role_members AS m"
                    + " WHERE m.role_principal_id = r.principal_id AND m.member_principal_id = u.principal_id)"
                    + " ORDER BY r.principal_id, u.principal_id",
            d -> {
                d.run("CREATE ROLE " + d.fresh("r"));
                Change.CREATE_USER.makeToAny(d);
            }),
    /** Something that was granted or denied on a table, the table and to whom. */
    PERMISSION(
            "SELECT p.permission_name + ' ' + QUOTENAME(s.name) + '.' + QUOTENAME(o.name) + ' ' + QUOTENAME(u.name)"
                    + " FROM sys.database_permissions AS p JOIN sys.tables AS o ON o.object_id = p.major_id"
                    + " JOIN sys.schemas AS s ON s.schema_id = o.schema_id JOIN sys.database_principals AS u ON u.principal_id = p.grantee_principal_id"
                    + " WHERE p.class = 1 AND p.minor_id = 0 ORDER BY p.major_id, p.grantee_principal_id, p.permission_name",
            d -> Change.GRANT.makeToAny(d)),
    /** The recovery model that the database has not. */
    RECOVERY_MODEL(
            "SELECT CASE WHEN recovery_model = 3 THEN 'FULL' ELSE 'SIMPLE' END FROM sys.databases WHERE name = DB_NAME()",
            d -> {}),
    BACKUP(SourceDatabase::backups, SourceDatabase::backUp);

    private final Function<SourceDatabase, List<String>> finding;
    private final Consumer<SourceDatabase> making;

    Target(String query, Consumer<SourceDatabase> making) {
        this(d -> d.list(query), making);
    }

    Target(Function<SourceDatabase, List<String>> finding, Consumer<SourceDatabase> making) {
        this.finding = finding;
        this.making = making;
    }

    /** All there are; a line is the words by which a statement names one. */
    List<String> in(SourceDatabase database) {
        return finding.apply(database);
    }

    void make(SourceDatabase database) {
        making.accept(database);
    }

    private static String tables(String condition) {
        return "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) FROM sys.tables AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                + " WHERE o.temporal_type = 0 AND " + condition + " ORDER BY o.object_id";
    }

    private static String objects(String type) {
        return "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                + " WHERE o.type = '" + type + "' AND o.is_ms_shipped = 0 ORDER BY o.object_id";
    }

    /** The table and the name of a row that belongs to it. */
    private static String ofTable(String view, String key, String condition) {
        return "SELECT QUOTENAME(s.name) + '.' + QUOTENAME(o.name) + ' ' + QUOTENAME(x.name) FROM %s AS x JOIN sys.tables AS o ON o.object_id = x.%s"
                        .formatted(view, key)
                + " JOIN sys.schemas AS s ON s.schema_id = o.schema_id WHERE %s ORDER BY x.%s, x.name"
                        .formatted(condition, key);
    }

    private static String columns(String condition) {
        return ofTable("sys.columns", "object_id", "x.name LIKE 'x%' AND " + condition);
    }

    private static String indexes(String condition) {
        return ofTable("sys.indexes", "object_id", "x.name LIKE 'ix%' AND " + condition);
    }

    private static String checks(String condition) {
        return ofTable("sys.check_constraints", "parent_object_id", condition);
    }

    private static String withColumns() {
        return "EXISTS (SELECT 1 FROM sys.columns AS c WHERE c.object_id = o.object_id AND c.name = 'b')";
    }

    private static String droppable() {
        return "NOT EXISTS (SELECT 1 FROM sys.foreign_keys AS f WHERE f.referenced_object_id = o.object_id)"
                + " AND NOT EXISTS (SELECT 1 FROM sys.security_predicates AS p WHERE p.target_object_id = o.object_id)"
                + " AND NOT EXISTS (SELECT 1 FROM sys.sql_modules AS m JOIN sys.triggers AS r ON r.object_id = m.object_id WHERE r.parent_id = o.object_id)";
    }
}

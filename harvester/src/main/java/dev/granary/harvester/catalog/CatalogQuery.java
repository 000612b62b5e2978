package dev.granary.harvester.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.granary.sqlserver.SourceMeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * One question put to the catalog views of a database: a section of a harvest.
 *
 * <p>The SQL is in {@code <name>.sql} beside this class. Its column aliases are the components of {@code R} in snake case, so there is no
 * mapping code to keep in step.
 */
public record CatalogQuery<R extends Record>(String name, String sql, Class<R> rowType) {

    public static final CatalogQuery<VisibilityRow> VISIBILITY = of("visibility", VisibilityRow.class);
    public static final CatalogQuery<DatabaseRow> DATABASE = of("database", DatabaseRow.class);
    public static final CatalogQuery<SchemaRow> SCHEMAS = of("schemas", SchemaRow.class);
    public static final CatalogQuery<ObjectRow> OBJECTS = of("objects", ObjectRow.class);
    public static final CatalogQuery<TypeRow> TYPES = of("types", TypeRow.class);
    public static final CatalogQuery<TableRow> TABLES = of("tables", TableRow.class);
    public static final CatalogQuery<ColumnRow> COLUMNS = of("columns", ColumnRow.class);
    public static final CatalogQuery<IndexRow> INDEXES = of("indexes", IndexRow.class);
    public static final CatalogQuery<ForeignKeyRow> FOREIGN_KEYS = of("foreign_keys", ForeignKeyRow.class);
    public static final CatalogQuery<CheckRow> CHECKS = of("checks", CheckRow.class);
    public static final CatalogQuery<ModuleRow> MODULES = of("modules", ModuleRow.class);
    /** The section of modules with hashes in the place of texts; not for every engine, so that it is no question of {@link #ALL}. */
    public static final CatalogQuery<ModuleHashRow> MODULE_HASHES = new CatalogQuery<>(
            MODULES.name(), of("module_hashes", ModuleHashRow.class).sql(), ModuleHashRow.class);

    public static final CatalogQuery<ParameterRow> PARAMETERS = of("parameters", ParameterRow.class);
    public static final CatalogQuery<TriggerRow> TRIGGERS = of("triggers", TriggerRow.class);
    public static final CatalogQuery<SynonymRow> SYNONYMS = of("synonyms", SynonymRow.class);
    public static final CatalogQuery<SequenceRow> SEQUENCES = of("sequences", SequenceRow.class);
    public static final CatalogQuery<DescriptionRow> DESCRIPTIONS = of("descriptions", DescriptionRow.class);
    public static final CatalogQuery<CompressionRow> COMPRESSION = of("compression", CompressionRow.class);
    public static final CatalogQuery<StorageRow> STORAGE = of("storage", StorageRow.class);
    public static final CatalogQuery<StatisticRow> STATISTICS = of("statistics", StatisticRow.class);
    public static final CatalogQuery<FulltextRow> FULLTEXT = of("fulltext", FulltextRow.class);
    public static final CatalogQuery<EdgeConstraintRow> EDGE_CONSTRAINTS =
            of("edge_constraints", EdgeConstraintRow.class);
    public static final CatalogQuery<NumberedProcedureRow> NUMBERED_PROCEDURES =
            of("numbered_procedures", NumberedProcedureRow.class);
    public static final CatalogQuery<ClrRow> CLR = of("clr", ClrRow.class);
    public static final CatalogQuery<AssemblyRow> ASSEMBLIES = of("assemblies", AssemblyRow.class);
    public static final CatalogQuery<XmlSchemaRow> XML_SCHEMAS = of("xml_schemas", XmlSchemaRow.class);
    public static final CatalogQuery<SecurityPolicyRow> SECURITY_POLICIES =
            of("security_policies", SecurityPolicyRow.class);
    public static final CatalogQuery<PartitionFunctionRow> PARTITION_FUNCTIONS =
            of("partition_functions", PartitionFunctionRow.class);
    public static final CatalogQuery<PartitionSchemeRow> PARTITION_SCHEMES =
            of("partition_schemes", PartitionSchemeRow.class);
    public static final CatalogQuery<PrincipalRow> PRINCIPALS = of("principals", PrincipalRow.class);
    public static final CatalogQuery<RoleMemberRow> ROLE_MEMBERS = of("role_members", RoleMemberRow.class);
    public static final CatalogQuery<PermissionRow> PERMISSIONS = of("permissions", PermissionRow.class);
    public static final CatalogQuery<ClassificationRow> CLASSIFICATIONS =
            of("classifications", ClassificationRow.class);
    public static final CatalogQuery<DependencyRow> DEPENDENCIES = of("dependencies", DependencyRow.class);
    public static final CatalogQuery<ScopedConfigurationRow> SCOPED_CONFIGURATIONS =
            of("scoped_configurations", ScopedConfigurationRow.class);

    /** Every question, in the order in which a harvest asks them. */
    public static final List<CatalogQuery<?>> ALL = List.of(
            VISIBILITY,
            DATABASE,
            SCHEMAS,
            OBJECTS,
            TYPES,
            TABLES,
            COLUMNS,
            INDEXES,
            FOREIGN_KEYS,
            CHECKS,
            MODULES,
            PARAMETERS,
            TRIGGERS,
            SYNONYMS,
            SEQUENCES,
            DESCRIPTIONS,
            COMPRESSION,
            STORAGE,
            STATISTICS,
            FULLTEXT,
            EDGE_CONSTRAINTS,
            NUMBERED_PROCEDURES,
            CLR,
            ASSEMBLIES,
            XML_SCHEMAS,
            SECURITY_POLICIES,
            PARTITION_FUNCTIONS,
            PARTITION_SCHEMES,
            SCOPED_CONFIGURATIONS,
            CLASSIFICATIONS,
            DEPENDENCIES,
            PRINCIPALS,
            ROLE_MEMBERS,
            PERMISSIONS);

    /** For the question as one batch without parameters, its rows to be read forwards only while they arrive. */
    public Statement statement(Connection connection) throws SQLException {
        return connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    }

    /** Fetches every column of every row with the getters a harvest uses, keeps nothing, and returns the number of rows. */
    public long discard(Connection connection) throws SQLException {
        try (var statement = statement(connection);
                var metered = statement.executeQuery(sql)) {
            var results = SourceMeter.raw(metered);
            var reader = new RowReader<>(rowType, results);
            long rows = 0;
            while (results.next()) {
                reader.fetch();
                rows++;
            }
            return rows;
        }
    }

    static <R extends Record> CatalogQuery<R> of(String name, Class<R> rowType) {
        try {
            var sql = new ClassPathResource(name + ".sql", CatalogQuery.class).getContentAsString(UTF_8);
            return new CatalogQuery<>(name, sql, rowType);
        } catch (IOException e) {
            throw new UncheckedIOException("No SQL for catalog query " + name, e);
        }
    }
}

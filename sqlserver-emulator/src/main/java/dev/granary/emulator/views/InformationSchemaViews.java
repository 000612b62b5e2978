package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.CheckConstraint;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.EdgeConstraint;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.View;
import dev.granary.emulator.views.Rows.OfColumn;
import org.jspecify.annotations.Nullable;

/** INFORMATION_SCHEMA, as far as a fallback or a cross-check of the sys views needs it. */
final class InformationSchemaViews {

    private static final int CUT = 4000;

    static final CatalogView<Relation> TABLES = CatalogView.<Relation>informationSchema("TABLES")
            .add(
                    "TABLE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (t, s) -> s.database().name())
            .sysname("TABLE_SCHEMA", t -> t.schema().name())
            .sysname("TABLE_NAME", DbObject::name)
            .nvarchar("TABLE_TYPE", 10, t -> t instanceof View ? "VIEW" : "BASE TABLE")
            .scan(InformationSchemaViews::tables)
            .estimate(s -> s.catalog().objectCount())
            .build();

    static final CatalogView<OfColumn> COLUMNS = CatalogView.<OfColumn>informationSchema("COLUMNS")
            .add(
                    "TABLE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (r, s) -> s.database().name())
            .sysname("TABLE_SCHEMA", r -> r.owner().schema().name())
            .sysname("TABLE_NAME", r -> r.owner().name())
            .sysname("COLUMN_NAME", r -> r.column().name())
            .integer("ORDINAL_POSITION", r -> r.column().id())
            .text("COLUMN_DEFAULT", InformationSchemaViews::columnDefault)
            .nvarchar("IS_NULLABLE", 3, r -> yes(r.column().nullable()))
            .sysname("DATA_TYPE", r -> TypeNames.base(r.column().type()))
            .integer(
                    "CHARACTER_MAXIMUM_LENGTH",
                    r -> TypeNames.characters(r.column().type()))
            .integer("CHARACTER_OCTET_LENGTH", r -> TypeNames.octets(r.column().type()))
            .tinyint(
                    "NUMERIC_PRECISION",
                    r -> TypeNames.numericPrecision(r.column().type()))
            .smallint("NUMERIC_PRECISION_RADIX", r -> TypeNames.radix(r.column().type()))
            .integer("NUMERIC_SCALE", r -> TypeNames.numericScale(r.column().type()))
            .smallint(
                    "DATETIME_PRECISION",
                    r -> TypeNames.datetimePrecision(r.column().type()))
            .nulls(SqlType.NVARCHAR, "CHARACTER_SET_CATALOG", "CHARACTER_SET_SCHEMA")
            .sysname(
                    "CHARACTER_SET_NAME", r -> TypeNames.characterSet(r.column().type()))
            .nulls(SqlType.NVARCHAR, "COLLATION_CATALOG", "COLLATION_SCHEMA")
            .sysname("COLLATION_NAME", r -> r.column().type().collation())
            .nulls(SqlType.NVARCHAR, "DOMAIN_CATALOG")
            .add("DOMAIN_SCHEMA", SqlType.NVARCHAR, 128, 0, 0, InformationSchemaViews::domain)
            .sysname(
                    "DOMAIN_NAME",
                    r -> r.column().type().type().userDefined()
                            ? r.column().type().type().name()
                            : null)
            .scan(s -> Rows.flat(tables(s), t -> Rows.map(t.columns(), c -> new OfColumn(t, c))))
            .estimate(s -> s.catalog().objectCount() * 10L)
            .build();

    static final CatalogView<Schema> SCHEMATA = CatalogView.<Schema>informationSchema("SCHEMATA")
            .add(
                    "CATALOG_NAME",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (x, s) -> s.database().name())
            .sysname("SCHEMA_NAME", Schema::name)
            .add("SCHEMA_OWNER", SqlType.NVARCHAR, 128, 0, 0, (x, s) -> ObjectViews.ownerName(s, x))
            .nulls(SqlType.NVARCHAR, "DEFAULT_CHARACTER_SET_CATALOG", "DEFAULT_CHARACTER_SET_SCHEMA")
            .sysname("DEFAULT_CHARACTER_SET_NAME", x -> "iso_1")
            .scan(s -> ObjectViews.SCHEMAS.rows(s))
            .build();

    static final CatalogView<DbObject> VIEWS = CatalogView.<DbObject>informationSchema("VIEWS")
            .add(
                    "TABLE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (v, s) -> s.database().name())
            .sysname("TABLE_SCHEMA", v -> v.schema().name())
            .sysname("TABLE_NAME", DbObject::name)
            .text("VIEW_DEFINITION", (v, s) -> cut(ModuleViews.visibleText(v, s)))
            .nvarchar("CHECK_OPTION", 7, v -> v instanceof View w && w.checkOption() ? "CASCADE" : "NONE")
            .nvarchar("IS_UPDATABLE", 2, v -> "NO")
            .scan(s -> ObjectViews.VIEWS.rows(s))
            .build();

    static final CatalogView<Routine> ROUTINES = CatalogView.<Routine>informationSchema("ROUTINES")
            .add(
                    "SPECIFIC_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (r, s) -> s.database().name())
            .sysname("SPECIFIC_SCHEMA", r -> r.schema().name())
            .sysname("SPECIFIC_NAME", DbObject::name)
            .add(
                    "ROUTINE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (r, s) -> s.database().name())
            .sysname("ROUTINE_SCHEMA", r -> r.schema().name())
            .sysname("ROUTINE_NAME", DbObject::name)
            .nvarchar("ROUTINE_TYPE", 20, r -> r.type().code().equals("P") ? "PROCEDURE" : "FUNCTION")
            .sysname("DATA_TYPE", InformationSchemaViews::returns)
            .text("ROUTINE_DEFINITION", (r, s) -> cut(ModuleViews.visibleText(r, s)))
            .datetime("CREATED", DbObject::createDate)
            .datetime("LAST_ALTERED", DbObject::modifyDate)
            .scan(s -> Rows.objects(s, Routine.class))
            .build();

    static final CatalogView<Constraint> TABLE_CONSTRAINTS = constraint("TABLE_CONSTRAINTS")
            .add(
                    "TABLE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (c, s) -> s.database().name())
            .sysname("TABLE_SCHEMA", c -> c.parent().schema().name())
            .sysname("TABLE_NAME", c -> c.parent().name())
            .nvarchar("CONSTRAINT_TYPE", 11, c -> switch (c) {
                case KeyConstraint k -> k.type().code().equals("PK") ? "PRIMARY KEY" : "UNIQUE";
                case ForeignKey f -> "FOREIGN KEY";
                case CheckConstraint k -> "CHECK";
                case DefaultConstraint d -> "DEFAULT";
                case EdgeConstraint e -> "EDGE";
            })
            .nvarchar("IS_DEFERRABLE", 2, c -> "NO")
            .nvarchar("INITIALLY_DEFERRED", 2, c -> "NO")
            .scan(s -> Rows.filter(
                    Rows.objects(s, Constraint.class),
                    c -> !(c instanceof DefaultConstraint) && !(c instanceof EdgeConstraint)))
            .build();

    static final CatalogView<Constraint> CHECK_CONSTRAINTS = constraint("CHECK_CONSTRAINTS")
            .text("CHECK_CLAUSE", (c, s) -> s.definition(c.parent(), ((CheckConstraint) c).definition()))
            .scan(s -> Rows.filter(Rows.objects(s, Constraint.class), CheckConstraint.class::isInstance))
            .build();

    private InformationSchemaViews() {}

    private static CatalogView.Builder<Constraint> constraint(String name) {
        return CatalogView.<Constraint>informationSchema(name)
                .add(
                        "CONSTRAINT_CATALOG",
                        SqlType.NVARCHAR,
                        128,
                        0,
                        0,
                        (c, s) -> s.database().name())
                .sysname("CONSTRAINT_SCHEMA", c -> c.schema().name())
                .sysname("CONSTRAINT_NAME", DbObject::name);
    }

    private static Iterable<Relation> tables(Scope scope) {
        return Rows.filter(Rows.objects(scope, Relation.class), r -> r instanceof View || Rows.userTable(r));
    }

    private static @Nullable String columnDefault(OfColumn row, Scope scope) {
        var constraint = ColumnViews.defaultOf(row);
        return constraint == null ? null : scope.definition(row.owner(), constraint.definition());
    }

    private static @Nullable String domain(OfColumn row, Scope scope) {
        var type = row.column().type().type();
        var schema = type.userDefined() ? scope.catalog().schema(type.schemaId()) : null;
        return schema == null ? null : schema.name();
    }

    private static @Nullable String returns(Routine routine) {
        if (!routine.columns().isEmpty()) {
            return "TABLE";
        }
        return routine.parameters().stream()
                .filter(p -> p.id() == 0)
                .map(p -> TypeNames.base(p.type()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= CUT ? text : text.substring(0, CUT);
    }

    static String yes(boolean is) {
        return is ? "YES" : "NO";
    }
}

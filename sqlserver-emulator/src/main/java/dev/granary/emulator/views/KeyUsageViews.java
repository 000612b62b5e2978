package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** INFORMATION_SCHEMA's views of the columns in keys and of parameters. */
final class KeyUsageViews {

    /** A column of a key. */
    record KeyColumn(Constraint key, int position, int columnId) {}

    static final CatalogView<KeyColumn> KEY_COLUMN_USAGE = CatalogView.<KeyColumn>informationSchema("KEY_COLUMN_USAGE")
            .add(
                    "CONSTRAINT_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (k, s) -> s.database().name())
            .sysname("CONSTRAINT_SCHEMA", k -> k.key().schema().name())
            .sysname("CONSTRAINT_NAME", k -> k.key().name())
            .add(
                    "TABLE_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (k, s) -> s.database().name())
            .sysname("TABLE_SCHEMA", k -> k.key().parent().schema().name())
            .sysname("TABLE_NAME", k -> k.key().parent().name())
            .sysname("COLUMN_NAME", k -> columnName(k.key().parent(), k.columnId()))
            .integer("ORDINAL_POSITION", KeyColumn::position)
            .scan(s -> Rows.flat(Rows.objects(s, Constraint.class), KeyUsageViews::columns))
            .build();

    static final CatalogView<ForeignKey> REFERENTIAL_CONSTRAINTS = CatalogView.<ForeignKey>informationSchema(
                    "REFERENTIAL_CONSTRAINTS")
            .add(
                    "CONSTRAINT_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (f, s) -> s.database().name())
            .sysname("CONSTRAINT_SCHEMA", f -> f.schema().name())
            .sysname("CONSTRAINT_NAME", DbObject::name)
            .add(
                    "UNIQUE_CONSTRAINT_CATALOG",
                    SqlType.NVARCHAR,
                    128,
                    0,
                    0,
                    (f, s) -> s.database().name())
            .sysname("UNIQUE_CONSTRAINT_SCHEMA", f -> f.referenced().schema().name())
            .sysname("UNIQUE_CONSTRAINT_NAME", KeyUsageViews::referencedKey)
            .nvarchar("MATCH_OPTION", 7, f -> "SIMPLE")
            .nvarchar("UPDATE_RULE", 11, f -> KeyViews.action(f.onUpdate()).replace('_', ' '))
            .nvarchar("DELETE_RULE", 11, f -> KeyViews.action(f.onDelete()).replace('_', ' '))
            .scan(s -> Rows.objects(s, ForeignKey.class))
            .build();

    static final CatalogView<ModuleViews.OfParameter> PARAMETERS =
            CatalogView.<ModuleViews.OfParameter>informationSchema("PARAMETERS")
                    .add(
                            "SPECIFIC_CATALOG",
                            SqlType.NVARCHAR,
                            128,
                            0,
                            0,
                            (p, s) -> s.database().name())
                    .sysname("SPECIFIC_SCHEMA", p -> p.routine().schema().name())
                    .sysname("SPECIFIC_NAME", p -> p.routine().name())
                    .integer("ORDINAL_POSITION", p -> p.parameter().id())
                    .nvarchar("PARAMETER_MODE", 10, p -> mode(p.parameter()))
                    .nvarchar(
                            "IS_RESULT",
                            10,
                            p -> InformationSchemaViews.yes(p.parameter().id() == 0))
                    .nvarchar("AS_LOCATOR", 10, p -> "NO")
                    .sysname("PARAMETER_NAME", p -> p.parameter().name())
                    .sysname("DATA_TYPE", p -> TypeNames.base(p.parameter().type()))
                    .integer(
                            "CHARACTER_MAXIMUM_LENGTH",
                            p -> TypeNames.characters(p.parameter().type()))
                    .integer(
                            "CHARACTER_OCTET_LENGTH",
                            p -> TypeNames.octets(p.parameter().type()))
                    .tinyint(
                            "NUMERIC_PRECISION",
                            p -> TypeNames.numericPrecision(p.parameter().type()))
                    .integer(
                            "NUMERIC_SCALE",
                            p -> TypeNames.numericScale(p.parameter().type()))
                    .smallint(
                            "DATETIME_PRECISION",
                            p -> TypeNames.datetimePrecision(p.parameter().type()))
                    .add("USER_DEFINED_TYPE_SCHEMA", SqlType.NVARCHAR, 128, 0, 0, KeyUsageViews::typeSchema)
                    .sysname(
                            "USER_DEFINED_TYPE_NAME",
                            p -> p.parameter().type().type().userDefined()
                                    ? p.parameter().type().type().name()
                                    : null)
                    .scan(s -> ModuleViews.PARAMETERS.rows(s))
                    .build();

    private KeyUsageViews() {}

    private static @Nullable String typeSchema(ModuleViews.OfParameter parameter, Scope scope) {
        var type = parameter.parameter().type().type();
        var schema = type.userDefined() ? scope.catalog().schema(type.schemaId()) : null;
        return schema == null ? null : schema.name();
    }

    private static String mode(Routine.Parameter parameter) {
        return parameter.id() == 0 ? "OUT" : parameter.output() ? "INOUT" : "IN";
    }

    private static @Nullable String columnName(Relation relation, int columnId) {
        var column = relation.columnById(columnId);
        return column == null ? null : column.name();
    }

    private static @Nullable String referencedKey(ForeignKey key) {
        return key.referenced().indexes().stream()
                .filter(i -> i.id() == key.keyIndexId())
                .map(Index::name)
                .findFirst()
                .orElse(null);
    }

    private static List<KeyColumn> columns(Constraint constraint) {
        var ids =
                switch (constraint) {
                    case KeyConstraint k ->
                        k.parent().indexes().stream()
                                .filter(i -> i.id() == k.indexId())
                                .flatMap(i -> i.parts().stream())
                                .map(Index.Part::columnId)
                                .toList();
                    case ForeignKey f ->
                        f.pairs().stream().map(ForeignKey.Pair::columnId).toList();
                    default -> List.<Integer>of();
                };
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new KeyColumn(constraint, i + 1, ids.get(i)))
                .toList();
    }
}

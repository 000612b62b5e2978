package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeDef;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** sys.types and sys.table_types. */
final class TypeViews {

    static final CatalogView<TypeDef> TYPES = columns("types", t -> true).build();

    static final CatalogView<TypeDef> TABLE_TYPES = columns("table_types", t -> t.tableType() != null)
            .integer(
                    "type_table_object_id",
                    t -> Objects.requireNonNull(t.tableType()).id())
            .bit(
                    "is_memory_optimized",
                    t -> Objects.requireNonNull(t.tableType()).storage().memoryOptimized())
            .build();

    static final CatalogView<TypeDef> ASSEMBLY_TYPES = columns("assembly_types", t -> t.external() != null)
            .integer("assembly_id", t -> Objects.requireNonNull(t.external()).assemblyId())
            .sysname("assembly_class", t -> Objects.requireNonNull(t.external()).className())
            .unset("is_binary_ordered", "is_fixed_length")
            .nvarchar("prog_id", 40, t -> null)
            .nvarchar(
                    "assembly_qualified_name",
                    4000,
                    t -> Objects.requireNonNull(t.external()).className())
            .build();

    private TypeViews() {}

    private static CatalogView.Builder<TypeDef> columns(String name, Predicate<TypeDef> which) {
        return CatalogView.<TypeDef>sys(name)
                .sysname("name", TypeDef::name)
                .tinyint("system_type_id", TypeDef::systemTypeId)
                .integer("user_type_id", TypeDef::userTypeId)
                .integer("schema_id", TypeDef::schemaId)
                .nulls(SqlType.INT, "principal_id")
                .smallint("max_length", TypeDef::maxLength)
                .tinyint("precision", TypeDef::precision)
                .tinyint("scale", TypeDef::scale)
                .add(
                        "collation_name",
                        SqlType.NVARCHAR,
                        128,
                        0,
                        0,
                        (t, s) -> t.collated() ? s.database().collation() : null)
                .bit("is_nullable", TypeDef::nullable)
                .bit("is_user_defined", TypeDef::userDefined)
                .bit("is_assembly_type", t -> t.systemTypeId() == 240)
                .integer("default_object_id", t -> 0)
                .integer("rule_object_id", t -> 0)
                .bit("is_table_type", t -> t.tableType() != null)
                .key(
                        List.of("user_type_id"),
                        1,
                        s -> all(s).filter(which)
                                .sorted((a, b) -> Integer.compare(a.userTypeId(), b.userTypeId()))
                                .toList(),
                        (s, v) -> Rows.filter(byId(s, v[0]), which));
    }

    private static Stream<TypeDef> all(Scope scope) {
        return Stream.concat(
                StreamSupport.stream(SystemTypes.all().spliterator(), false), scope.catalog().userTypes().stream());
    }

    private static List<TypeDef> byId(Scope scope, int id) {
        var type = SystemTypes.byUserTypeId(id);
        if (type != null) {
            return List.of(type);
        }
        return scope.catalog().userTypes().stream()
                .filter(t -> t.userTypeId() == id)
                .toList();
    }
}

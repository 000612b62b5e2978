package dev.granary.emulator.h2;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Trigger;
import dev.granary.emulator.model.TypeDef;
import dev.granary.emulator.model.View;
import dev.granary.emulator.views.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the metadata functions say of one object. */
final class ObjectFacts {

    private ObjectFacts() {}

    static @Nullable Module module(DbObject object) {
        return switch (object) {
            case View v -> v.module();
            case Routine r -> r.module();
            case Trigger t -> t.module();
            default -> null;
        };
    }

    static @Nullable String definition(Scope scope, int id) {
        var object = scope.catalog().byId(id);
        var module = object == null || !scope.sees(object) ? null : module(object);
        return object == null
                        || module == null
                        || module.encrypted()
                        || module.runs().external() != null
                ? null
                : scope.definition(object, module.text());
    }

    static @Nullable Integer property(DbObject object, String property) {
        var module = module(object);
        var type = object.type();
        return switch (property) {
            case "isencrypted" -> module == null ? null : bit(module.encrypted());
            case "isschemabound" -> module == null ? null : bit(module.schemaBound());
            case "execisansinullson" -> module == null ? null : bit(module.ansiNulls());
            case "execisquotedidenton" -> module == null ? null : bit(module.quotedIdentifier());
            case "istable" -> bit(type == ObjectType.USER_TABLE);
            case "isusertable" -> bit(type == ObjectType.USER_TABLE);
            case "isview" -> bit(type == ObjectType.VIEW);
            case "isprocedure" -> bit(type == ObjectType.PROCEDURE);
            case "istrigger" -> bit(type == ObjectType.TRIGGER);
            case "isscalarfunction" -> bit(type == ObjectType.SCALAR_FUNCTION);
            case "isinlinefunction" -> bit(type == ObjectType.INLINE_FUNCTION);
            case "istablefunction" -> bit(type == ObjectType.INLINE_FUNCTION || type == ObjectType.TABLE_FUNCTION);
            case "isprimarykey" -> bit(type == ObjectType.PRIMARY_KEY);
            case "ismsshipped" -> 0;
            case "schemaid" -> object.schema().id();
            default -> null;
        };
    }

    static @Nullable String typeName(Scope scope, int id) {
        var type = SystemTypes.byUserTypeId(id);
        if (type != null) {
            return type.name();
        }
        return scope.catalog().userTypes().stream()
                .filter(t -> t.userTypeId() == id)
                .map(TypeDef::name)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String columnName(Scope scope, int id, int columnId) {
        var object = scope.catalog().byId(id);
        if (object == null || !scope.sees(object)) {
            return null;
        }
        List<Column> columns =
                switch (object) {
                    case Relation r -> r.columns();
                    case Routine r -> r.columns();
                    default -> List.of();
                };
        return columns.stream()
                .filter(c -> c.id() == columnId)
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }

    private static int bit(boolean is) {
        return is ? 1 : 0;
    }
}

package dev.granary.emulator.h2;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HAS_PERMS_BY_NAME. */
final class Permissions {

    /** A right that a version does not know is neither there nor missing. */
    private static final Set<String> SINCE_2022 = Set.of(
            "VIEW SECURITY DEFINITION",
            "VIEW ANY SECURITY DEFINITION",
            "VIEW PERFORMANCE DEFINITION",
            "VIEW DATABASE PERFORMANCE STATE",
            "VIEW SERVER PERFORMANCE STATE");

    private Permissions() {}

    static @Nullable Integer check(
            Looker looker, @Nullable String securable, @Nullable String securableClass, String permission) {
        var wanted = permission.toUpperCase(Locale.ROOT).strip();
        var on = securableClass == null
                ? "SERVER"
                : securableClass.toUpperCase(Locale.ROOT).strip();
        var scope = looker.scope();
        if (SINCE_2022.contains(wanted) && looker.server().profile().majorVersion() < 16) {
            return null;
        }
        return switch (on) {
            case "SERVER" -> bit(scope.access().onServer(wanted));
            case "DATABASE" -> {
                var database =
                        securable == null ? looker.database() : looker.server().database(securable);
                yield database == null
                        ? null
                        : bit(looker.scope(database).access().onDatabase(wanted));
            }
            case "SCHEMA" -> {
                var schema = securable == null ? null : scope.catalog().schema(securable);
                yield schema == null ? null : bit(scope.access().onSchema(schema, wanted));
            }
            case "OBJECT" -> {
                var id = SqlFunctions.OBJECT_ID(securable);
                var object = id == null ? null : scope.catalog().byId(id);
                if (id == null) {
                    yield null;
                }
                // Everybody may read the catalogue views themselves.
                yield object == null
                        ? bit(wanted.equals("SELECT"))
                        : bit(scope.access().onObject(object, wanted));
            }
            default -> null;
        };
    }

    private static Integer bit(boolean is) {
        return is ? 1 : 0;
    }
}

package dev.granary.emulator.h2;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Access;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.views.Scope;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** T-SQL's metadata and conversion functions, under their own names, as H2 calls them. */
public final class SqlFunctions {

    private static final int VERSION_2016 = 13;
    private static final int MOST_HASHED_BEFORE_2016 = 8_000;

    private SqlFunctions() {}

    public static String DB_NAME() {
        return looker().database().name();
    }

    public static @Nullable String DB_NAME(@Nullable Integer id) {
        var database = id == null ? looker().database() : looker().server().database(id);
        return database == null ? null : database.name();
    }

    public static Integer DB_ID() {
        return looker().database().id();
    }

    public static @Nullable Integer DB_ID(@Nullable String name) {
        var database = name == null ? null : looker().server().database(name);
        return database == null ? null : database.id();
    }

    public static @Nullable Integer OBJECT_ID(@Nullable String name) {
        var object = name == null ? null : object(name);
        return object == null ? null : object.id();
    }

    public static @Nullable Integer OBJECT_ID(@Nullable String name, @Nullable String type) {
        var object = name == null ? null : object(name);
        return object == null || (type != null && !object.type().code().equalsIgnoreCase(type.strip()))
                ? null
                : object.id();
    }

    public static @Nullable String OBJECT_NAME(@Nullable Integer id) {
        var object = id == null ? null : visible(looker().scope(), id);
        return object == null ? null : object.name();
    }

    public static @Nullable String OBJECT_NAME(@Nullable Integer id, @Nullable Integer databaseId) {
        var database = databaseId == null ? null : looker().server().database(databaseId);
        var object = database == null || id == null ? null : visible(looker().scope(database), id);
        return object == null ? null : object.name();
    }

    public static @Nullable String OBJECT_SCHEMA_NAME(@Nullable Integer id) {
        var object = id == null ? null : visible(looker().scope(), id);
        return object == null ? null : object.schema().name();
    }

    public static @Nullable String OBJECT_DEFINITION(@Nullable Integer id) {
        return id == null ? null : ObjectFacts.definition(looker().scope(), id);
    }

    public static @Nullable Integer OBJECTPROPERTY(@Nullable Integer id, @Nullable String property) {
        var object = id == null || property == null ? null : visible(looker().scope(), id);
        return object == null || property == null
                ? null
                : ObjectFacts.property(object, property.toLowerCase(Locale.ROOT));
    }

    public static @Nullable Integer OBJECTPROPERTYEX(@Nullable Integer id, @Nullable String property) {
        return OBJECTPROPERTY(id, property);
    }

    public static String SCHEMA_NAME() {
        return "dbo";
    }

    public static @Nullable String SCHEMA_NAME(@Nullable Integer id) {
        var schema = id == null ? null : looker().scope().catalog().schema(id);
        return schema == null ? null : schema.name();
    }

    public static Integer SCHEMA_ID() {
        return Schema.DBO;
    }

    public static @Nullable Integer SCHEMA_ID(@Nullable String name) {
        var schema = name == null ? null : looker().scope().catalog().schema(name);
        return schema == null ? null : schema.id();
    }

    public static @Nullable String TYPE_NAME(@Nullable Integer id) {
        return id == null ? null : ObjectFacts.typeName(looker().scope(), id);
    }

    public static @Nullable String COL_NAME(@Nullable Integer id, @Nullable Integer columnId) {
        return id == null || columnId == null ? null : ObjectFacts.columnName(looker().scope(), id, columnId);
    }

    public static String SUSER_SNAME() {
        return looker().login();
    }

    public static @Nullable String SUSER_SNAME(byte @Nullable [] sid) {
        return sid != null && sid.length == 1 ? "sa" : null;
    }

    public static String SUSER_NAME() {
        return looker().login();
    }

    public static String ORIGINAL_LOGIN() {
        return looker().login();
    }

    public static String HOST_NAME() {
        return "";
    }

    public static String APP_NAME() {
        return "";
    }

    public static String USER_NAME() {
        var user = looker().scope().access().user();
        return user == null ? "guest" : user.name();
    }

    public static @Nullable String USER_NAME(@Nullable Integer id) {
        var principal =
                id == null ? null : looker().scope().catalog().principals().byId(id);
        return principal == null ? null : principal.name();
    }

    public static @Nullable Integer HAS_DBACCESS(@Nullable String name) {
        var looker = looker();
        var database = name == null ? null : looker.server().database(name);
        if (database == null) {
            return null;
        }
        if (database.state() != Database.State.ONLINE) {
            return 0;
        }
        database.open();
        var onServer = Access.onServerOnly(looker.server(), looker.login());
        // A database that nobody has looked into holds no denial, and need not be filled to be asked.
        boolean enters = onServer.sysadmin()
                || (onServer.onServer("CONNECT ANY DATABASE") && !database.filled())
                || looker.scope(database).access().mayEnter();
        return enters ? 1 : 0;
    }

    public static @Nullable Integer HAS_PERMS_BY_NAME(
            @Nullable String securable, @Nullable String securableClass, @Nullable String permission) {
        return permission == null ? null : Permissions.check(looker(), securable, securableClass, permission);
    }

    public static @Nullable Integer IS_SRVROLEMEMBER(@Nullable String role) {
        var principals = looker().server().principals();
        var wanted = role == null ? null : principals.byName(role);
        var login = principals.byName(looker().login());
        if (wanted == null || login == null) {
            return null;
        }
        var roles = principals.closure(login.id());
        return roles.contains(wanted.id()) || looker().scope().access().sysadmin() ? 1 : 0;
    }

    public static @Nullable Integer IS_MEMBER(@Nullable String role) {
        var wanted =
                role == null ? null : looker().scope().catalog().principals().byName(role);
        return wanted == null ? null : looker().scope().access().roles().contains(wanted.id()) ? (Integer) 1 : 0;
    }

    public static @Nullable String SERVERPROPERTY(@Nullable String name) {
        return name == null ? null : ServerFacts.property(looker().server(), name.toLowerCase(Locale.ROOT));
    }

    public static @Nullable String DATABASEPROPERTYEX(@Nullable String database, @Nullable String name) {
        var found = database == null ? null : looker().server().database(database);
        return found == null || name == null ? null : ServerFacts.property(found, name.toLowerCase(Locale.ROOT));
    }

    public static @Nullable String SQL_VARIANT_PROPERTY(@Nullable String value, @Nullable String property) {
        return value == null || property == null ? null : ServerFacts.variant(value, property.toLowerCase(Locale.ROOT));
    }

    public static @Nullable String QUOTENAME(@Nullable String name) {
        return name == null || name.length() > 128 ? null : "[" + name.replace("]", "]]") + "]";
    }

    public static @Nullable String QUOTENAME(@Nullable String name, @Nullable String quote) {
        if (name == null || quote == null || quote.isEmpty()) {
            return QUOTENAME(name);
        }
        return switch (quote.charAt(0)) {
            case '\'' -> "'" + name.replace("'", "''") + "'";
            case '"' -> "\"" + name.replace("\"", "\"\"") + "\"";
            default -> QUOTENAME(name);
        };
    }

    public static @Nullable String NCHAR(Value code) {
        return code.getValueType() == Value.NULL ? null : String.valueOf((char) (int) Conversions.whole(code));
    }

    public static @Nullable Integer UNICODE(@Nullable String text) {
        return text == null || text.isEmpty() ? null : (Integer) (int) text.charAt(0);
    }

    public static @Nullable Integer DATALENGTH(Value value) {
        return value.getValueType() == Value.NULL ? null : (Integer) Conversions.bytes(value, 0).length;
    }

    public static Integer CHECKSUM(Value... values) {
        return Conversions.checksum(values, true);
    }

    public static Integer BINARY_CHECKSUM(Value... values) {
        return Conversions.checksum(values, false);
    }

    public static @Nullable String REPLICATE(@Nullable String text, @Nullable Integer times) {
        return text == null || times == null || times < 0 ? null : text.repeat(times);
    }

    public static byte @Nullable [] HASHBYTES(@Nullable String algorithm, Value value) {
        if (algorithm == null || value.getValueType() == Value.NULL) {
            return null;
        }
        byte[] bytes = Conversions.bytes(value, 0);
        if (bytes.length > MOST_HASHED_BEFORE_2016
                && looker().server().profile().majorVersion() < VERSION_2016) {
            throw new SqlServerError(8152, 16, 10, "String or binary data would be truncated.");
        }
        return Conversions.hash(algorithm, bytes);
    }

    public static @Nullable String AS_TEXT(Value value, @Nullable Integer style) {
        return value.getValueType() == Value.NULL ? null : Conversions.text(value, style == null ? 0 : style);
    }

    public static byte @Nullable [] AS_BYTES(Value value, @Nullable Integer style) {
        return value.getValueType() == Value.NULL ? null : Conversions.bytes(value, style == null ? 0 : style);
    }

    public static @Nullable Long AS_WHOLE(Value value) {
        return value.getValueType() == Value.NULL ? null : (Long) Conversions.whole(value);
    }

    public static @Nullable String TRY_AS(Value value, String type, @Nullable Integer style) {
        return value.getValueType() == Value.NULL ? null : Conversions.attempt(value, type, style == null ? 0 : style);
    }

    public static LocalDateTime CURRENT_SERVER_TIME() {
        return LocalDateTime.now(looker().server().clock());
    }

    public static LocalDateTime CURRENT_UTC_TIME() {
        return LocalDateTime.ofInstant(looker().server().clock().instant(), ZoneOffset.UTC);
    }

    private static Looker looker() {
        return Looker.current();
    }

    private static @Nullable DbObject visible(Scope scope, int id) {
        var object = scope.catalog().byId(id);
        return object == null || !scope.sees(object) ? null : object;
    }

    private static @Nullable DbObject object(String name) {
        List<String> parts = new Cursor(name).names();
        int count = parts.size();
        var database = count > 2 && !parts.get(count - 3).isEmpty()
                ? looker().server().database(parts.get(count - 3))
                : looker().database();
        if (database == null) {
            return null;
        }
        var scope = looker().scope(database);
        var schema =
                scope.catalog().schema(count > 1 && !parts.get(count - 2).isEmpty() ? parts.get(count - 2) : "dbo");
        if (schema == null) {
            return null;
        }
        if (schema.id() == Schema.SYS || schema.id() == Schema.INFORMATION_SCHEMA) {
            return scope.views().described().stream()
                    .filter(o -> o.schema().id() == schema.id() && o.name().equalsIgnoreCase(parts.getLast()))
                    .findFirst()
                    .orElse(null);
        }
        var object = scope.catalog().find(schema, parts.getLast());
        return object == null || !scope.sees(object) ? null : object;
    }
}

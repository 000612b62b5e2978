package dev.granary.emulator.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one login may see and do in one database, worked out once from roles, grants and denials. It is a sketch of SQL Server's rules:
 * ownership beyond dbo, column permissions and application roles are left out.
 */
public final class Access {

    private static final int DB_OWNER = 16384;
    private static final int DB_DATAREADER = 16390;
    private static final int DB_DATAWRITER = 16391;
    private static final int SYSADMIN = 3;
    private static final Set<String> OBJECT_RIGHTS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "EXECUTE",
            "REFERENCES",
            "ALTER",
            "CONTROL",
            "VIEW DEFINITION",
            "TAKE OWNERSHIP");

    private final boolean sysadmin;
    private final @Nullable Principal user;
    private final @Nullable Principal login;
    private final Set<Integer> roles;
    private final List<Permission> serverPermissions;
    private final List<Permission> databasePermissions;
    private final Set<Integer> seenObjects = new HashSet<>();
    private final Set<Integer> seenSchemas = new HashSet<>();
    private final Set<Integer> hiddenObjects = new HashSet<>();
    private final Set<Integer> hiddenSchemas = new HashSet<>();
    private final boolean seesDefinitions;
    private final boolean seesEverything;

    private Access(Server server, @Nullable Database database, String loginName) {
        var servers = server.principals();
        login = servers.byName(loginName);
        var serverRoles = login == null ? Set.<Integer>of() : servers.closure(login.id());
        sysadmin = serverRoles.contains(SYSADMIN);
        serverPermissions = held(servers.permissions(), p -> serverRoles.contains(p.granteeId()));
        if (database == null) {
            user = null;
            roles = Set.of();
            databasePermissions = List.of();
        } else {
            var principals = database.catalog().principals();
            user = userOf(
                    principals, loginName, sysadmin || database.ownerLogin().equalsIgnoreCase(loginName));
            roles = user == null ? Set.of(Principal.PUBLIC) : principals.closure(user.id());
            databasePermissions = held(principals.permissions(), p -> roles.contains(p.granteeId()));
        }
        boolean anyOnAll = roles.contains(DB_DATAREADER) || roles.contains(DB_DATAWRITER);
        for (var p : databasePermissions) {
            if (p.denies() && p.minorId() != 0) {
                continue;
            }
            boolean onObject = p.on() == Permission.On.OBJECT;
            boolean onSchema = p.on() == Permission.On.SCHEMA;
            if (p.denies() && (p.name().equals("VIEW DEFINITION") || p.name().equals("CONTROL"))) {
                (onObject ? hiddenObjects : onSchema ? hiddenSchemas : new HashSet<Integer>()).add(p.majorId());
            } else if (!p.denies() && OBJECT_RIGHTS.contains(p.name())) {
                anyOnAll |= p.on() == Permission.On.DATABASE;
                (onObject ? seenObjects : onSchema ? seenSchemas : new HashSet<Integer>()).add(p.majorId());
            }
        }
        seesDefinitions = onDatabase("VIEW DEFINITION");
        seesEverything = seesDefinitions || anyOnAll;
    }

    /** The login's rights in the database; opens a database that was not filled yet. */
    public static Access in(Server server, Database database, String login) {
        return new Access(server, database, login);
    }

    /** The login's rights on the server alone. */
    public static Access onServerOnly(Server server, String login) {
        return new Access(server, null, login);
    }

    private static @Nullable Principal userOf(Principals principals, String login, boolean dbo) {
        if (dbo) {
            return principals.byId(Principal.DBO);
        }
        return principals.all().stream()
                .filter(p -> p.login() != null && p.login().equalsIgnoreCase(login))
                .findFirst()
                .orElse(null);
    }

    private static List<Permission> held(List<Permission> all, Predicate<Permission> which) {
        return all.stream().filter(which).toList();
    }

    public boolean sysadmin() {
        return sysadmin;
    }

    /** The database user the login acts as, or null for one that only a server-wide right lets in. */
    public @Nullable Principal user() {
        return user;
    }

    public Set<Integer> roles() {
        return roles;
    }

    public boolean mayEnter() {
        return sysadmin
                || (user != null && !deniedOnDatabase("CONNECT"))
                || (onServer("CONNECT ANY DATABASE") && !deniedOnDatabase("CONNECT"));
    }

    /** A server-wide permission, itself or by CONTROL SERVER. */
    public boolean onServer(String permission) {
        if (sysadmin) {
            return true;
        }
        boolean granted = false;
        for (var p : serverPermissions) {
            if (p.on() == Permission.On.SERVER
                    && (p.name().equals(permission) || p.name().equals("CONTROL SERVER"))) {
                if (p.denies()) {
                    return false;
                }
                granted = true;
            }
        }
        return granted;
    }

    public boolean onDatabase(String permission) {
        return sysadmin || roles.contains(DB_OWNER) || (!deniedOnDatabase(permission) && grantedOnDatabase(permission));
    }

    private boolean grantedOnDatabase(String permission) {
        boolean byRole =
                switch (permission) {
                    case "SELECT" -> roles.contains(DB_DATAREADER);
                    case "INSERT", "UPDATE", "DELETE" -> roles.contains(DB_DATAWRITER);
                    case "CONNECT" -> user != null;
                    default -> false;
                };
        return byRole
                || onServer("CONTROL SERVER")
                || Coverage.servers(permission).stream().anyMatch(this::onServer)
                || holds(Permission.On.DATABASE, 0, permission, false);
    }

    private boolean deniedOnDatabase(String permission) {
        return holds(Permission.On.DATABASE, 0, permission, true);
    }

    public boolean onSchema(Schema schema, String permission) {
        return sysadmin
                || roles.contains(DB_OWNER)
                || (!deniedOnDatabase(permission)
                        && !holds(Permission.On.SCHEMA, schema.id(), permission, true)
                        && (grantedOnDatabase(permission)
                                || holds(Permission.On.SCHEMA, schema.id(), permission, false)));
    }

    public boolean onObject(DbObject object, String permission) {
        return sysadmin
                || roles.contains(DB_OWNER)
                || (!deniedOnDatabase(permission)
                        && !holds(Permission.On.SCHEMA, object.schema().id(), permission, true)
                        && !holds(Permission.On.OBJECT, object.id(), permission, true)
                        && (grantedOnDatabase(permission)
                                || holds(Permission.On.SCHEMA, object.schema().id(), permission, false)
                                || holds(Permission.On.OBJECT, object.id(), permission, false)));
    }

    private boolean holds(Permission.On on, int majorId, String permission, boolean denied) {
        for (var p : databasePermissions) {
            if (p.on() == on
                    && p.denies() == denied
                    && p.minorId() == 0
                    && (on == Permission.On.DATABASE || p.majorId() == majorId)
                    && Coverage.covers(p.name(), permission)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every object of the database is visible, so that asking for each can be left out. */
    public boolean seesAll() {
        return sysadmin
                || roles.contains(DB_OWNER)
                || (seesEverything && hiddenObjects.isEmpty() && hiddenSchemas.isEmpty());
    }

    public boolean sees(DbObject object) {
        if (seesAll()) {
            return true;
        }
        int id = object.parentId() == 0 ? object.id() : object.parentId();
        int schema = object.schema().id();
        if (hiddenObjects.contains(id) || hiddenSchemas.contains(schema)) {
            return false;
        }
        return seesEverything || seenObjects.contains(id) || seenSchemas.contains(schema);
    }

    public boolean sees(Schema schema) {
        return schema.id() <= Schema.SYS
                || schema.id() >= DB_OWNER
                || ((seesDefinitions || seenSchemas.contains(schema.id())) && !hiddenSchemas.contains(schema.id()))
                || (user != null && schema.ownerId() == user.id());
    }

    /** Whether the texts of an object are shown, or come back NULL. */
    public boolean seesDefinition(DbObject object) {
        if (sysadmin || (seesDefinitions && hiddenObjects.isEmpty() && hiddenSchemas.isEmpty())) {
            return true;
        }
        return onObject(object, "VIEW DEFINITION");
    }

    public boolean seesDatabase(Database database) {
        return onServer("VIEW ANY DATABASE")
                || database.id() <= 2
                || (login != null && database.ownerLogin().equalsIgnoreCase(login.name()));
    }
}

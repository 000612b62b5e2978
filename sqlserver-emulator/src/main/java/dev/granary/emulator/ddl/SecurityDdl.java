package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Permission;
import dev.granary.emulator.model.Principal;
import dev.granary.emulator.model.Principals;
import dev.granary.emulator.tsql.Cursor;
import java.util.Locale;

/** Logins, users, roles, and what is granted to them. */
final class SecurityDdl {

    private final Target target;
    private final Cursor cursor;

    SecurityDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void createLogin() {
        var name = cursor.name();
        var principals = target.server().principals();
        if (principals.byName(name) != null) {
            throw new SqlServerError(15025, "The server principal '%s' already exists.".formatted(name));
        }
        var home = "master";
        char kind = 'S';
        if (cursor.take("FROM", "WINDOWS")) {
            kind = 'U';
        }
        if (cursor.take("WITH")) {
            do {
                var option = cursor.name();
                cursor.expect("=");
                if (option.equalsIgnoreCase("PASSWORD")) {
                    target.server().password(name, cursor.string());
                    cursor.take("MUST_CHANGE");
                } else if (option.equalsIgnoreCase("DEFAULT_DATABASE")) {
                    home = cursor.name();
                } else {
                    cursor.next();
                }
            } while (cursor.take(","));
        }
        principals.put(new Principal(
                principals.nextId(),
                name,
                kind,
                null,
                home,
                0,
                false,
                false,
                target.server().now()));
    }

    void alterLogin() {
        var login = required(target.server().principals(), cursor.name());
        if (cursor.take("ENABLE") || cursor.sees("DISABLE")) {
            target.server().principals().put(login.withDisabled(cursor.take("DISABLE")));
        } else if (cursor.take("WITH")) {
            do {
                var option = cursor.name();
                cursor.expect("=");
                if (option.equalsIgnoreCase("PASSWORD")) {
                    target.server().password(login.name(), cursor.string());
                } else if (option.equalsIgnoreCase("DEFAULT_DATABASE")) {
                    target.server().principals().put(login.withHome(cursor.name()));
                } else {
                    cursor.next();
                }
            } while (cursor.take(","));
        }
    }

    void createUser() {
        var name = cursor.name();
        String login = name;
        var home = "dbo";
        if (cursor.take("WITHOUT", "LOGIN")) {
            login = null;
        } else if (cursor.take("FOR", "LOGIN") || cursor.take("FROM", "LOGIN")) {
            login = cursor.name();
        }
        if (login != null && target.server().principals().byName(login) == null) {
            throw new SqlServerError(
                    15007, "'%s' is not a valid login or you do not have permission.".formatted(login));
        }
        if (cursor.take("WITH")) {
            do {
                var option = cursor.name();
                cursor.expect("=");
                var value = cursor.next().text();
                if (option.equalsIgnoreCase("DEFAULT_SCHEMA")) {
                    home = value;
                }
            } while (cursor.take(","));
        }
        var principals = target.catalog().principals();
        if (principals.byName(name) != null) {
            throw new SqlServerError(
                    15023, "User, group, or role '%s' already exists in the current database.".formatted(name));
        }
        int id = principals.nextId();
        principals.put(new Principal(
                id, name, 'S', login, home, 0, false, false, target.server().now()));
        principals.permit(new Permission(Permission.On.DATABASE, 0, 0, id, "CONNECT", 'G'));
    }

    void createRole(boolean onServer) {
        var name = cursor.name();
        var principals =
                onServer ? target.server().principals() : target.catalog().principals();
        int owner = cursor.take("AUTHORIZATION")
                ? required(principals, cursor.name()).id()
                : 1;
        principals.put(new Principal(
                principals.nextId(),
                name,
                'R',
                null,
                null,
                owner,
                false,
                false,
                target.server().now()));
    }

    void createApplicationRole() {
        var name = cursor.name();
        var home = "dbo";
        cursor.expect("WITH");
        do {
            var option = cursor.name();
            cursor.expect("=");
            var value = cursor.next().text();
            home = option.equalsIgnoreCase("DEFAULT_SCHEMA") ? value : home;
        } while (cursor.take(","));
        var principals = target.catalog().principals();
        principals.put(new Principal(
                principals.nextId(),
                name,
                'A',
                null,
                home,
                0,
                false,
                false,
                target.server().now()));
    }

    void alterRole(boolean onServer) {
        var principals =
                onServer ? target.server().principals() : target.catalog().principals();
        var role = required(principals, cursor.name());
        if (cursor.take("ADD", "MEMBER")) {
            principals.join(role.id(), required(principals, cursor.name()).id());
        } else if (cursor.take("DROP", "MEMBER")) {
            principals.leave(role.id(), required(principals, cursor.name()).id());
        } else {
            cursor.expect("WITH", "NAME", "=");
            principals.put(role.withName(cursor.name()).touched(target.server().now()));
        }
    }

    void alterUser() {
        var principals = target.catalog().principals();
        var user = required(principals, cursor.name());
        cursor.expect("WITH");
        do {
            var option = cursor.name();
            cursor.expect("=");
            var value = cursor.next().text();
            user = switch (option.toUpperCase(Locale.ROOT)) {
                case "NAME" -> user.withName(value);
                case "LOGIN" -> user.withLogin(value);
                case "DEFAULT_SCHEMA" -> user.withHome(value);
                default -> user;
            };
        } while (cursor.take(","));
        principals.put(user.touched(target.server().now()));
    }

    void drop(boolean onServer) {
        boolean lenient = cursor.take("IF", "EXISTS");
        var principals =
                onServer ? target.server().principals() : target.catalog().principals();
        var name = cursor.name();
        var principal = principals.byName(name);
        if (principal != null) {
            principals.remove(principal);
        } else if (!lenient) {
            throw missing(name);
        }
    }

    static Principal required(Principals principals, String name) {
        var principal = principals.byName(name);
        if (principal == null) {
            throw missing(name);
        }
        return principal;
    }

    private static SqlServerError missing(String name) {
        return new SqlServerError(
                15151,
                "Cannot find the principal '%s', because it does not exist or you do not have permission."
                        .formatted(name));
    }
}

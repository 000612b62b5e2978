package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Database.Options;
import dev.granary.emulator.model.Extras;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import java.util.Locale;

/** CREATE, ALTER and DROP DATABASE. */
final class Databases {

    private final Target target;
    private final Cursor cursor;

    Databases(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    static Database require(Server server, String name) {
        var database = server.database(name);
        if (database == null) {
            throw new SqlServerError(
                    911, "Database '%s' does not exist. Make sure that the name is entered correctly.".formatted(name));
        }
        return database;
    }

    void create() {
        if (cursor.take("SCOPED", "CREDENTIAL")) {
            // Nothing of a credential is ever shown.
            while (!cursor.atEnd() && !cursor.peek().is(";")) {
                cursor.next();
            }
            return;
        }
        var name = cursor.name();
        if (target.server().database(name) != null) {
            throw new SqlServerError(
                    1801, 16, 3, "Database '%s' already exists. Choose a different database name.".formatted(name));
        }
        var collation = target.server().profile().collation();
        while (!cursor.atEnd() && !cursor.peek().isAny(";", "CREATE", "ALTER", "USE", "GO", "EXEC")) {
            if (cursor.take("COLLATE")) {
                collation = cursor.name();
            } else if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                cursor.next();
            }
        }
        target.server().createDatabase(name, collation, target.login());
    }

    void drop() {
        boolean lenient = cursor.take("IF", "EXISTS");
        do {
            var name = cursor.name();
            var database = target.server().database(name);
            if (database != null) {
                target.server().drop(database);
            } else if (!lenient) {
                throw new SqlServerError(
                        3701,
                        11,
                        1,
                        "Cannot drop the database '%s', because it does not exist or you do not have permission."
                                .formatted(name));
            }
        } while (cursor.take(","));
    }

    void alter() {
        if (cursor.take("SCOPED", "CONFIGURATION")) {
            scoped();
            return;
        }
        var database = cursor.take("CURRENT") ? target.database() : require(target.server(), cursor.name());
        if (cursor.take("MODIFY", "NAME", "=")) {
            target.server().rename(database, cursor.name());
        } else if (cursor.take("COLLATE")) {
            database.collate(cursor.name());
        } else if (cursor.peek().isAny("ADD", "REMOVE", "MODIFY")) {
            files(database);
        } else {
            cursor.expect("SET");
            do {
                set(database);
            } while (cursor.take(","));
            if (cursor.take("WITH")) {
                cursor.next();
                if (cursor.take("IMMEDIATE") || cursor.take("AFTER")) {
                    cursor.take("SECONDS");
                }
            }
        }
    }

    private void set(Database database) {
        var o = database.options();
        var option = cursor.next().upper();
        switch (option) {
            case "OFFLINE" -> database.state(Database.State.OFFLINE);
            case "ONLINE" -> database.state(Database.State.ONLINE);
            case "READ_ONLY", "READ_WRITE" -> database.options(o.withReadOnly(option.equals("READ_ONLY")));
            case "MULTI_USER" -> database.options(o.withUserAccess(0));
            case "SINGLE_USER" -> database.options(o.withUserAccess(1));
            case "RESTRICTED_USER" -> database.options(o.withUserAccess(2));
            case "RECOVERY" -> {
                var model = cursor.next();
                database.options(o.withRecovery(model.is("SIMPLE") ? 3 : model.is("BULK_LOGGED") ? 2 : 1));
            }
            case "COMPATIBILITY_LEVEL" -> {
                cursor.expect("=");
                database.options(o.withCompatibility(cursor.integer()));
            }
            default -> flag(database, option);
        }
    }

    private void flag(Database database, String option) {
        var o = database.options();
        cursor.take("=");
        var value = cursor.next().upper();
        boolean on = value.equals("ON");
        if (cursor.peek().is("(")) {
            cursor.parenthesised();
        }
        database.settings().put(option, value);
        database.options(new Options(
                o.compatibilityLevel(),
                o.userAccess(),
                o.recoveryModel(),
                o.readOnly(),
                option.equals("AUTO_CLOSE") ? on : o.autoClose(),
                option.equals("ALLOW_SNAPSHOT_ISOLATION") ? on : o.snapshotIsolation(),
                option.equals("READ_COMMITTED_SNAPSHOT") ? on : o.readCommittedSnapshot(),
                o.replica()));
    }

    /** ADD, REMOVE or MODIFY of a filegroup or file; files are not shown. */
    private void files(Database database) {
        var spaces = database.catalog().extras().dataSpaces();
        boolean add = cursor.take("ADD");
        boolean remove = !add && cursor.take("REMOVE");
        if (!add && !remove) {
            cursor.expect("MODIFY");
        }
        if (cursor.take("FILEGROUP")) {
            var name = cursor.name();
            var found = spaces.byName(name);
            if (add) {
                spaces.put(new Extras.DataSpace(spaces.nextId(), name, null, List.of()));
            } else if (remove && found != null) {
                spaces.remove(found);
            }
        }
        while (!cursor.atEnd() && !cursor.peek().isAny(";", "GO", "CREATE", "ALTER", "USE", "EXEC")) {
            cursor.next();
        }
    }

    /** ALTER DATABASE SCOPED CONFIGURATION [FOR SECONDARY] SET name = value. */
    private void scoped() {
        cursor.take("FOR", "SECONDARY");
        if (cursor.take("CLEAR")) {
            cursor.next();
            return;
        }
        cursor.expect("SET");
        var name = cursor.name();
        cursor.expect("=");
        target.catalog()
                .extras()
                .scopedSettings()
                .put(name.toUpperCase(Locale.ROOT), cursor.next().text());
    }
}

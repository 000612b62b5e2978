package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Database.Options;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.tsql.Cursor;

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
        var database = cursor.take("CURRENT") ? target.database() : require(target.server(), cursor.name());
        if (cursor.take("MODIFY", "NAME", "=")) {
            target.server().rename(database, cursor.name());
        } else if (cursor.take("COLLATE")) {
            database.collate(cursor.name());
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
            case "READ_ONLY", "READ_WRITE" ->
                database.options(new Options(
                        o.compatibilityLevel(),
                        o.userAccess(),
                        o.recoveryModel(),
                        option.equals("READ_ONLY"),
                        o.autoClose(),
                        o.snapshotIsolation(),
                        o.readCommittedSnapshot(),
                        o.replica()));
            case "MULTI_USER", "SINGLE_USER", "RESTRICTED_USER" -> {
                int access = option.equals("MULTI_USER") ? 0 : option.equals("SINGLE_USER") ? 1 : 2;
                database.options(new Options(
                        o.compatibilityLevel(),
                        access,
                        o.recoveryModel(),
                        o.readOnly(),
                        o.autoClose(),
                        o.snapshotIsolation(),
                        o.readCommittedSnapshot(),
                        o.replica()));
            }
            case "RECOVERY" -> {
                var model = cursor.next();
                int recovery = model.is("SIMPLE") ? 3 : model.is("BULK_LOGGED") ? 2 : 1;
                database.options(new Options(
                        o.compatibilityLevel(),
                        o.userAccess(),
                        recovery,
                        o.readOnly(),
                        o.autoClose(),
                        o.snapshotIsolation(),
                        o.readCommittedSnapshot(),
                        o.replica()));
            }
            case "COMPATIBILITY_LEVEL" -> {
                cursor.expect("=");
                database.options(new Options(
                        cursor.integer(),
                        o.userAccess(),
                        o.recoveryModel(),
                        o.readOnly(),
                        o.autoClose(),
                        o.snapshotIsolation(),
                        o.readCommittedSnapshot(),
                        o.replica()));
            }
            default -> flag(database, option);
        }
    }

    private void flag(Database database, String option) {
        var o = database.options();
        cursor.take("=");
        boolean on = cursor.next().is("ON");
        if (cursor.peek().is("(")) {
            cursor.parenthesised();
        }
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
}

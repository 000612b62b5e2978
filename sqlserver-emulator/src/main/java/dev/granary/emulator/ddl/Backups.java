package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Backup;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.tsql.Cursor;

/** BACKUP and RESTORE DATABASE, to and from files that exist in name only. */
public final class Backups {

    private Backups() {}

    public static void run(Server server, Cursor cursor) {
        boolean backup = cursor.next().is("BACKUP");
        cursor.expect("DATABASE");
        var name = cursor.name();
        cursor.expect(backup ? "TO" : "FROM");
        cursor.expect("DISK", "=");
        var file = cursor.string();
        if (cursor.take("WITH")) {
            while (!cursor.atEnd()
                    && !cursor.peek().isAny(";", "USE", "EXEC", "BACKUP", "RESTORE", "ALTER", "CREATE")) {
                cursor.next();
            }
        }
        if (backup) {
            server.backups().put(file, Backup.of(Databases.require(server, name)));
            return;
        }
        var kept = server.backups().get(file);
        if (kept == null) {
            throw new SqlServerError(
                    3201, 16, 2, "Cannot open backup device '%s'. Operating system error 2.".formatted(file));
        }
        server.restore(name, kept);
    }
}

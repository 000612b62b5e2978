package dev.granary.emulator.batch;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Access;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Server;
import org.jspecify.annotations.Nullable;

/** Whether a login may enter a database, and the error if not. */
record Doors(Server server, String login, boolean readOnlyIntent) {

    Database open(String name) {
        var database = server.database(name);
        if (database == null) {
            throw new SqlServerError(
                    911, "Database '%s' does not exist. Make sure that the name is entered correctly.".formatted(name));
        }
        check(database);
        return database;
    }

    void check(Database database) {
        var refusal = refusal(database);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Nullable
    SqlServerError refusal(Database database) {
        if (database.state() != Database.State.ONLINE) {
            return new SqlServerError(
                    942, 14, 4, "Database '%s' cannot be opened because it is offline.".formatted(database.name()));
        }
        var replica = database.options().replica();
        if (replica == Database.Replica.NOT_READABLE) {
            return new SqlServerError(
                    976,
                    14,
                    1,
                    "The target database, '%s', is participating in an availability group and is currently not accessible for queries."
                            .formatted(database.name()));
        }
        if (replica == Database.Replica.READ_INTENT_ONLY && !readOnlyIntent) {
            return new SqlServerError(
                    978,
                    14,
                    1,
                    "The target database ('%s') is in an availability group and is currently accessible for connections when the application intent is set to read only."
                            .formatted(database.name()));
        }
        if (!Access.in(server, database, login).mayEnter() && database.id() > 2) {
            return new SqlServerError(
                    916,
                    14,
                    2,
                    "The server principal \"%s\" is not able to access the database \"%s\" under the current security context."
                            .formatted(login, database.name()));
        }
        return null;
    }
}

package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.registry.NameFilter;
import java.util.Locale;

/** Decides what a harvest does with each database that a server lists. */
final class Decisions {

    /** Of a database that the login may not enter. */
    static final String DENIED = "denied";

    private static final String ONLINE = "ONLINE";
    private static final String SINGLE_USER = "SINGLE_USER";

    private final String server;
    private final NameFilter meant;
    private final HarvestRequest request;

    Decisions(String server, NameFilter meant, HarvestRequest request) {
        this.server = server;
        this.meant = meant;
        this.request = request;
    }

    Decision of(ListedDatabase database) {
        var name = database.databaseName();
        if (!request.meansDatabase(server, name)) {
            return new Decision.Elsewhere();
        }
        if (!meant.includesDatabase(name)) {
            return new Decision.Excluded(
                    "The registry no longer includes this database: see databases in servers.yml.");
        }
        if (database.snapshotOf() != null) {
            return new Decision.Excluded("This is a database snapshot, which is not harvested: its source is.");
        }
        return reach(database);
    }

    private Decision reach(ListedDatabase database) {
        var state = database.state();
        if (state != null && !state.equals(ONLINE)) {
            return new Decision.Skip(
                    state.toLowerCase(Locale.ROOT).replace('_', '-'),
                    "The database is %s on the server.".formatted(state.replace('_', ' ')));
        }
        if (Integer.valueOf(0).equals(database.accessible())) {
            return new Decision.Skip(
                    DENIED,
                    "The login may not enter the database: grant CONNECT ANY DATABASE, or create a user for it there.");
        }
        if (SINGLE_USER.equals(database.userAccess())) {
            return new Decision.Skip(
                    "single-user", "The database admits a single user: a harvest does not take the only seat.");
        }
        if (isClosed(database) && !mayBeWoken(database.databaseName())) {
            return new Decision.Skip(
                    "auto-closed",
                    "AUTO_CLOSE has closed the database and a harvest does not wake it: name it exactly (no wildcard) in servers.yml, or with harvest --database, to have a full harvest read it.");
        }
        return new Decision.Harvest();
    }

    /** SQL Server tells no collation of a database that is online but not open. */
    static boolean isClosed(ListedDatabase database) {
        return Boolean.TRUE.equals(database.autoClose()) && database.collation() == null;
    }

    /** Only for a full harvest, which comes seldom: one that comes every hour would keep it open for good. */
    private boolean mayBeWoken(String name) {
        return request.mode() == HarvestMode.FULL && isNamed(name);
    }

    private boolean isNamed(String name) {
        return request.namesDatabase(server, name)
                || meant.include().stream().anyMatch(pattern -> pattern.isExact() && pattern.matches(name));
    }
}

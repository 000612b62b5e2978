package dev.granary.emulator.h2;

import dev.granary.emulator.model.Access;
import dev.granary.emulator.model.Catalog;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.views.CatalogViews;
import dev.granary.emulator.views.Scope;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is running the current statement. Virtual tables and functions ask it what may be seen; it is bound to the thread while a
 * statement runs.
 */
public final class Looker {

    static final ScopedValue<Looker> CURRENT = ScopedValue.newInstance();

    private final Server server;
    private final CatalogViews views;
    private final String login;
    private final int sessionId;
    private final Map<Integer, Known> known = new HashMap<>();
    private Database database;
    private int transactions;

    public Looker(Server server, CatalogViews views, String login, int sessionId, Database database) {
        this.server = server;
        this.views = views;
        this.login = login;
        this.sessionId = sessionId;
        this.database = database;
    }

    private record Known(Scope scope, Catalog catalog, long databaseVersion, long serverVersion) {}

    static Looker current() {
        return CURRENT.get();
    }

    public Server server() {
        return server;
    }

    public CatalogViews views() {
        return views;
    }

    public String login() {
        return login;
    }

    public int sessionId() {
        return sessionId;
    }

    public Database database() {
        return database;
    }

    public void use(Database now) {
        database = now;
    }

    public int transactions() {
        return transactions;
    }

    public void transactions(int open) {
        transactions = open;
    }

    public Scope scope() {
        return scope(database);
    }

    /** What this login sees in a database, worked out again only after somebody's rights changed. */
    public Scope scope(Database of) {
        long inDatabase = of.catalog().principals().version();
        long onServer = server.principals().version();
        var entry = known.get(of.id());
        if (entry == null
                || entry.scope().database() != of
                || entry.catalog() != of.catalog()
                || entry.databaseVersion() != inDatabase
                || entry.serverVersion() != onServer) {
            var scope = new Scope(server, of, login, Access.in(server, of, login), views);
            entry = new Known(scope, of.catalog(), inDatabase, onServer);
            known.put(of.id(), entry);
        }
        return entry.scope();
    }
}

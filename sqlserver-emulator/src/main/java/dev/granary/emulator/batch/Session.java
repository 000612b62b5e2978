package dev.granary.emulator.batch;

import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.h2.Looker;
import dev.granary.emulator.h2.QueryEngine;
import dev.granary.emulator.h2.QuerySession;
import dev.granary.emulator.model.Database;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection's session. */
public final class Session implements EngineSession {

    private static final int FIRST_SPID = 50;

    private final Host host;
    private final Database home;
    private final Looker looker;
    private final Doors doors;
    private final Settings settings = new Settings();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final IdentityHashMap<QueryEngine, QuerySession> queries = new IdentityHashMap<>();

    private Session(Host host, Login login, Database home) {
        this.host = host;
        this.home = home;
        this.doors = new Doors(host.server(), login.user(), login.readOnlyIntent());
        this.looker = new Looker(
                host.server(),
                host.views(),
                login.user(),
                FIRST_SPID + host.lastSession().incrementAndGet() % 30_000,
                home);
    }

    /** Checks the password and the database, as {@link dev.granary.emulator.engine.Engine#open} says. */
    public static Session open(Host host, Login login) {
        var principal = host.server().principals().byName(login.user());
        if (principal == null || !host.server().passwordMatches(login.user(), login.password())) {
            throw new SqlServerError(18456, 14, 1, "Login failed for user '%s'.".formatted(login.user()));
        }
        if (principal.disabled()) {
            throw new SqlServerError(
                    18470,
                    14,
                    1,
                    "Login failed for user '%s'. Reason: The account is disabled.".formatted(login.user()));
        }
        var home = principal.home() == null ? "master" : principal.home();
        var wanted = login.database() == null || login.database().isEmpty() ? home : login.database();
        var doors = new Doors(host.server(), login.user(), login.readOnlyIntent());
        var database = host.server().database(wanted);
        var refusal = database == null ? null : doors.refusal(database);
        if (refusal != null && (refusal.number() == 976 || refusal.number() == 978)) {
            throw refusal;
        }
        // Everybody is a guest in master.
        if (database == null || (refusal != null && database.id() != 1)) {
            throw new SqlServerError(
                    4060,
                    11,
                    1,
                    "Cannot open database \"%s\" requested by the login. The login failed.".formatted(wanted));
        }
        return new Session(host, login, database);
    }

    @Override
    public String database() {
        return looker.database().name();
    }

    @Override
    public void execute(String batch, List<Parameter> parameters, Results results) {
        cancelled.set(false);
        try {
            new BatchRun(this, new Variables(parameters), results).run(batch);
        } catch (SqlServerError e) {
            throw host.renumbered(e);
        }
    }

    Host host() {
        return host;
    }

    Looker looker() {
        return looker;
    }

    Doors doors() {
        return doors;
    }

    Settings settings() {
        return settings;
    }

    AtomicBoolean cancelled() {
        return cancelled;
    }

    /** The H2 session that queries of the current database run in. */
    QuerySession query() {
        return queries.computeIfAbsent(host.engine(looker.database()), QueryEngine::open);
    }

    /** Starts, nests or ends a transaction; only rows of user tables are ever rolled back. */
    void transaction(int open, boolean commit) {
        int before = looker.transactions();
        looker.transactions(open);
        if (before == 0 && open > 0) {
            query().autoCommit(false);
        } else if (before > 0 && open == 0) {
            queries.values().forEach(q -> {
                q.end(commit);
                q.autoCommit(true);
            });
        }
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public void reset() {
        if (looker.transactions() > 0) {
            transaction(0, false);
        }
        settings.reset();
        looker.use(home);
    }

    @Override
    public void close() {
        queries.values().forEach(QuerySession::close);
        queries.clear();
    }

    /** The SET options that something here depends on. */
    static final class Settings {
        boolean ansiNulls = true;
        boolean quotedIdentifier = true;
        boolean implicitTransactions;

        void reset() {
            ansiNulls = true;
            quotedIdentifier = true;
            implicitTransactions = false;
        }
    }
}

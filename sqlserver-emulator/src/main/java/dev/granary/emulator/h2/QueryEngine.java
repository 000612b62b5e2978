package dev.granary.emulator.h2;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.views.CatalogView;
import java.lang.reflect.Modifier;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.h2.engine.Mode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One in-memory H2 that runs queries over virtual tables. Each emulated database has two schemas in it, one of catalogue views and one
 * of user tables, made when first named.
 */
public final class QueryEngine implements AutoCloseable {

    private static final int KEPT_SESSIONS = 64;

    private final String url;
    private final JdbcConnection connection;
    private final SessionLocal session;
    private final IdentityHashMap<Database, String> prefixes = new IdentityHashMap<>();
    private final Map<String, CatalogTable<?>> tables = new ConcurrentHashMap<>();
    private final Map<String, UserTable> userTables = new ConcurrentHashMap<>();

    private final Deque<QuerySession> idle = new ConcurrentLinkedDeque<>();

    static {
        // H2 would keep a soft reference to every value it makes; rows here are made for one reading.
        System.setProperty("h2.objectCache", "false");
    }

    public QueryEngine(boolean caseSensitive) {
        url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;DB_CLOSE_DELAY=-1;DEFAULT_ESCAPE=;LAZY_QUERY_EXECUTION=1"
                + ";OPTIMIZE_REUSE_RESULTS=0;OPTIMIZE_OR=FALSE;QUERY_CACHE_SIZE=0"
                + ";CASE_INSENSITIVE_IDENTIFIERS=" + (caseSensitive ? "FALSE" : "TRUE");
        try {
            connection = (JdbcConnection) DriverManager.getConnection(url);
            session = (SessionLocal) connection.getSession();
            session.getDatabase().setCompareMode(new TextOrder(caseSensitive));
            // A view names its columns in a list; H2 would want a name beside each expression, HAVING's included.
            session.getDatabase().getMode().viewExpressionNames = Mode.ViewExpressionNames.AS_IS;
            session.getDatabase().getMode().cteExpressionNames = Mode.ViewExpressionNames.AS_IS;
            for (var name : Arrays.stream(SqlFunctions.class.getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()))
                    .map(java.lang.reflect.Method::getName)
                    .distinct()
                    .sorted()
                    .toList()) {
                run("CREATE ALIAS \"%s\" FOR \"%s.%s\"".formatted(name, SqlFunctions.class.getName(), name));
            }
            run("CREATE AGGREGATE CHECKSUM_AGG FOR \"" + ChecksumAggregate.class.getName() + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not start", e);
        }
    }

    /** A session for one connection, perhaps one that an earlier connection gave back with its plans. */
    public QuerySession open() {
        var used = idle.pollFirst();
        if (used != null) {
            return used;
        }
        try {
            return new QuerySession(this, (JdbcConnection) DriverManager.getConnection(url));
        } catch (SQLException e) {
            throw new IllegalStateException("H2 gave no session", e);
        }
    }

    /** Takes back a session that is in no transaction; false when enough are kept already. */
    boolean keep(QuerySession used) {
        if (idle.size() >= KEPT_SESSIONS) {
            return false;
        }
        idle.addFirst(used);
        return true;
    }

    /**
     * The H2 name of a catalogue view of whichever database the looker is in, so that a text has one plan for all databases of about
     * one size.
     */
    public synchronized String table(CatalogView<?> view, int size) {
        var name = "s" + size + "|" + view.schema();
        if (!tables.containsKey(key(name, view.name()))) {
            add(schema(name), view.name(), null, view);
        }
        return quoted(name) + "." + quoted(view.name());
    }

    /** The H2 name of a catalogue view of a database. */
    public synchronized String table(Database database, CatalogView<?> view) {
        var schema = schema(database, view.schema());
        if (!tables.containsKey(key(schema.getName(), view.name()))) {
            add(schema, view.name(), database, view);
        }
        return quoted(schema.getName()) + "." + quoted(view.name());
    }

    /** The H2 name of a user table: a virtual one without rows until the first are inserted. */
    public synchronized String table(Database database, Relation relation, boolean forRows) {
        var schema = schema(database, "u");
        var name = "o" + relation.id();
        var known = userTables.get(key(schema.getName(), name));
        if (known != null && (!known.columns().equals(relation.columns()) || (forRows && !known.real()))) {
            if (known.real()) {
                throw Limits.not("change the columns of a table that holds rows");
            }
            schema.remove(session.getDatabase().getSchema(schema.getName()).findTableOrView(session, name));
            tables.remove(key(schema.getName(), name));
            known = null;
        }
        var full = quoted(schema.getName()) + "." + quoted(name);
        if (known == null) {
            if (forRows) {
                run("CREATE TABLE " + full + UserTable.columnList(relation));
            } else {
                add(schema, name, database, UserTable.view(relation));
            }
            userTables.put(key(schema.getName(), name), new UserTable(relation.columns(), forRows));
        }
        return full;
    }

    /** Whether rows were inserted into the table. */
    public synchronized boolean holdsRows(Database database, Relation relation) {
        var prefix = prefixes.get(database);
        var known = prefix == null ? null : userTables.get(key(prefix + "|u", "o" + relation.id()));
        return known != null && known.real();
    }

    @Nullable
    CatalogTable<?> find(@Nullable String schema, @Nullable String table) {
        return schema == null || table == null ? null : tables.get(key(schema, table));
    }

    /** The column of a user table or view, by its names in H2. */
    @Nullable
    Column origin(String schema, String table, String column) {
        var known = userTables.get(key(schema, table));
        return known == null
                ? null
                : known.columns().stream()
                        .filter(c -> c.name().equals(column))
                        .findFirst()
                        .orElse(null);
    }

    private <T> void add(Schema schema, String name, @Nullable Database database, CatalogView<T> view) {
        var table = new CatalogTable<>(schema, session.getDatabase().allocateObjectId(), name, database, view);
        schema.add(table);
        tables.put(key(schema.getName(), name), table);
    }

    private Schema schema(Database database, String kind) {
        var prefix = prefixes.computeIfAbsent(database, d -> "d" + prefixes.size());
        return schema(prefix + "|" + kind);
    }

    private Schema schema(String name) {
        var found = session.getDatabase().findSchema(name);
        if (found == null) {
            run("CREATE SCHEMA " + quoted(name));
            found = session.getDatabase().getSchema(name);
        }
        return found;
    }

    private void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SqlServerError(Limits.NUMBER, "The emulator's own H2 refused: " + e.getMessage());
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String key(String schema, String table) {
        return schema + "." + table;
    }

    @Override
    public void close() {
        try {
            connection.createStatement().execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not stop", e);
        } catch (DbException e) {
            throw new IllegalStateException("H2 did not stop", e);
        }
    }
}

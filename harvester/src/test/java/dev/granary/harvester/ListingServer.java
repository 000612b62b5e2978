package dev.granary.harvester;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.session.EmulatorServer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A server behind the real wire that only lists databases, in whatever state a test wants them. */
public final class ListingServer implements AutoCloseable {

    private final Map<String, Listed> databases = new LinkedHashMap<>();
    private final EmulatorServer server =
            EmulatorServer.builder(new ListingEngine()).start();
    private final String version = "16.0.4135.4";
    private final Set<String> hidden = new HashSet<>();
    private boolean viewAnyDatabase = true;
    private String babelfish;

    /** A row of sys.databases. */
    public record Listed(int id, UUID broker, String state, boolean accessible) {}

    public ListingServer() {
        online("master", 1);
    }

    public ListingServer online(String name, int id) {
        databases.put(name, new Listed(id, UUID.nameUUIDFromBytes(new byte[] {(byte) id}), "ONLINE", true));
        return this;
    }

    public ListingServer offline(String name, int id) {
        databases.put(name, new Listed(id, UUID.nameUUIDFromBytes(new byte[] {(byte) id}), "OFFLINE", false));
        return this;
    }

    public ListingServer denied(String name, int id) {
        databases.put(name, new Listed(id, UUID.nameUUIDFromBytes(new byte[] {(byte) id}), "ONLINE", false));
        return this;
    }

    public ListingServer hidesDefinitionsIn(String name) {
        hidden.add(name);
        return this;
    }

    public ListingServer without(String name) {
        databases.remove(name);
        return this;
    }

    public ListingServer showsOnlyWhatTheLoginMayEnter() {
        viewAnyDatabase = false;
        return this;
    }

    /** It plays another engine that says so. */
    public ListingServer babelfish(String itsVersion) {
        babelfish = itsVersion;
        return this;
    }

    public int port() {
        return server.port();
    }

    /** How many connections were made so far. */
    public long connects() {
        return server.counters().now().logins();
    }

    public Faults faults() {
        return server.faults();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class ListingEngine implements Engine {

        @Override
        public EngineSession open(Login login) {
            if (!login.user().equals("sa") || !login.password().equals(TestProgram.CANARY)) {
                throw new SqlServerError(18456, 14, 1, "Login failed for user '" + login.user() + "'.");
            }
            return new ListingSession();
        }
    }

    private final class ListingSession implements EngineSession {

        private String database = "master";

        @Override
        public String database() {
            return database;
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            if (batch.contains("sys.databases")) {
                list(results);
            } else if (batch.contains("VIEW ANY DATABASE")) {
                answer(results, List.of(column("view_any_database", SqlType.INT, 0)), viewAnyDatabase ? 1 : 0);
            } else if (batch.contains("VIEW DEFINITION")) {
                rights(results);
            } else if (batch.toLowerCase(Locale.ROOT).startsWith("use [")) {
                var before = database;
                database = batch.substring("use [".length(), batch.indexOf(']'));
                results.databaseChanged(before, database);
                results.done(StatementKind.OTHER, -1);
            } else if (batch.contains("ProductVersion")) {
                var columns = List.of(
                        column("product_version", SqlType.NVARCHAR, 128),
                        column("engine_edition", SqlType.INT, 0),
                        column("babelfish_version", SqlType.NVARCHAR, 128));
                answer(results, columns, version, 3, babelfish);
            } else {
                results.done(StatementKind.OTHER, -1);
            }
        }

        private void rights(Results results) {
            var columns = new ArrayList<ResultColumn>();
            for (var name : List.of(
                    "view_definition",
                    "view_security_definition",
                    "view_database_state",
                    "view_database_performance_state",
                    "select_dependencies",
                    "view_classification")) {
                columns.add(column(name, SqlType.INT, 0));
            }
            columns.add(column("user_name", SqlType.NVARCHAR, 128));
            columns.add(column("login_name", SqlType.NVARCHAR, 128));
            answer(results, columns, hidden.contains(database) ? 0 : 1, 1, 1, 1, 1, 1, "sa", "sa");
        }

        private void list(Results results) {
            results.columns(List.of(
                    column("database_id", SqlType.INT, 0),
                    column("database_name", SqlType.NVARCHAR, 128),
                    column("snapshot_of", SqlType.INT, 0),
                    column("state", SqlType.NVARCHAR, 60),
                    column("user_access", SqlType.NVARCHAR, 60),
                    column("accessible", SqlType.INT, 0),
                    column("auto_close", SqlType.BIT, 0),
                    column("collation", SqlType.NVARCHAR, 128),
                    column("compatibility", SqlType.TINYINT, 0),
                    column("service_broker_guid", SqlType.UNIQUEIDENTIFIER, 0),
                    column("created_at", SqlType.DATETIME, 0)));
            databases.forEach((name, listed) -> results.row(new Object[] {
                listed.id(),
                name,
                null,
                listed.state(),
                "MULTI_USER",
                listed.accessible() ? 1 : 0,
                false,
                listed.state().equals("ONLINE") ? "Latin1_General_100_CI_AS" : null,
                (short) 160,
                listed.broker(),
                LocalDateTime.of(2024, 5, 6, 7, 8, 9, 10_000_000)
            }));
            results.done(StatementKind.SELECT, databases.size());
        }

        private void answer(Results results, List<ResultColumn> columns, Object... values) {
            results.columns(columns);
            results.row(values);
            results.done(StatementKind.SELECT, 1);
        }

        private ResultColumn column(String name, SqlType type, int length) {
            return new ResultColumn(name, type, length, 0, 0, true);
        }

        @Override
        public void cancel() {}

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}

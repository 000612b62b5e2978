package dev.granary.changelog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** Applies the change sets through Liquibase, quietly, with its bookkeeping in schema granary. */
final class SchemaUpdate {

    private static final String SCHEMA = "granary";

    /** Held here, because java.util.logging forgets the level of a logger that nobody refers to. Failures reach the caller. */
    private static final Logger LIQUIBASE_LOGGER = Logger.getLogger("liquibase");

    private SchemaUpdate() {}

    /** Returns the ids of the change sets it applied, in order. The caller holds the migration's advisory lock. */
    static List<String> apply(Connection connection, @Nullable String tag) throws SQLException, LiquibaseException {
        LIQUIBASE_LOGGER.setLevel(Level.OFF);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
            if (!exists(connection, SCHEMA)) {
                statement.execute("CREATE SCHEMA " + SCHEMA);
            }
        }
        Set<String> before = applied(connection);
        Map<String, Object> scope = Map.of(
                AnalyticsArgs.ENABLED.getKey(), false,
                GlobalConfiguration.SHOW_BANNER.getKey(), false,
                Scope.Attr.ui.name(), new LoggerUIService());
        // Scope declares Exception; the task hands it over as a value.
        FutureTask<Void> update = new FutureTask<>(() -> {
            Scope.child(scope, () -> update(connection, tag));
            return null;
        });
        update.run();
        if (update.state() == Future.State.FAILED) {
            throw new LiquibaseException(update.exceptionNow());
        }
        List<String> now = new ArrayList<>(applied(connection));
        now.removeAll(before);
        return now;
    }

    private static void update(Connection connection, @Nullable String tag) throws LiquibaseException, SQLException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(SCHEMA);
        database.setLiquibaseSchemaName(SCHEMA);
        Liquibase liquibase = new Liquibase(
                "dev/granary/changelog/store.yaml",
                new ClassLoaderResourceAccessor(SchemaUpdate.class.getClassLoader()),
                database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        if (isLocked(connection)) {
            // The advisory lock is ours, so whoever set this mark was killed.
            liquibase.forceReleaseLocks();
        }
        if (tag == null) {
            liquibase.update(new Contexts());
        } else {
            liquibase.update(tag, new Contexts());
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        return tableExists(connection, "databasechangeloglock")
                && !strings(connection, "SELECT lockedby FROM granary.databasechangeloglock WHERE locked")
                        .isEmpty();
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        return tableExists(connection, "databasechangelog")
                ? strings(connection, "SELECT id FROM granary.databasechangelog ORDER BY orderexecuted")
                : Set.of();
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        return strings(connection, "SELECT nspname FROM pg_namespace").contains(schema);
    }

    private static boolean tableExists(Connection connection, String table) throws SQLException {
        return strings(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'granary'")
                .contains(table);
    }

    private static Set<String> strings(Connection connection, String query) throws SQLException {
        Set<String> values = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

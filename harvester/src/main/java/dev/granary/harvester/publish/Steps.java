package dev.granary.harvester.publish;

import dev.granary.harvester.sql.SqlFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of a publication, each a file beside this class, on the one connection that holds the staging tables. */
final class Steps {

    private static final Map<String, String> STATEMENTS = new ConcurrentHashMap<>();

    private final JdbcClient store;

    Steps(JdbcClient store) {
        this.store = store;
    }

    /** The statement of that file, its parameters to be bound. */
    JdbcClient.StatementSpec step(String name) {
        return store.sql(STATEMENTS.computeIfAbsent(name, n -> SqlFile.read(Steps.class, n)));
    }

    /** Runs the statement of that file with parameters by position. */
    void run(String name, Object... parameters) {
        var statement = step(name);
        for (var parameter : parameters) {
            statement = statement.param(parameter);
        }
        statement.update();
    }

    /** Tells the planner how much a staging table holds by now. */
    void analyze(String table) {
        store.sql("ANALYZE " + table).update();
    }

    JdbcClient store() {
        return store;
    }
}

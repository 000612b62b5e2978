package dev.granary.harvester.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A database that a test changes by T-SQL over the wire; what is there to be changed is found in its own catalogue. */
final class SourceDatabase {

    private static final String QUALIFIED = "QUOTENAME(s.name) + '.' + QUOTENAME(o.name)";
    private static final String OF_SCHEMA = " JOIN sys.schemas AS s ON s.schema_id = o.schema_id";

    private final String name;
    private final Connection connection;
    private final Random random;
    private int made;

    SourceDatabase(String name, Connection connection, Random random) {
        this.name = name;
        this.connection = connection;
        this.random = random;
    }

    String name() {
        return name;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    /** A name that nothing has yet. */
    String fresh(String prefix) {
        return prefix + ++made;
    }

    void run(String batch) {
        try (var statement = connection.createStatement()) {
            connection.setCatalog(name);
            statement.execute(batch);
        } catch (SQLException e) {
            throw new AssertionError(name + ": " + batch + ": " + e.getMessage(), e);
        }
    }

    List<String> list(String query) {
        try (var statement = connection.createStatement()) {
            connection.setCatalog(name);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(name + ": " + query + ": " + e.getMessage(), e);
        }
    }

    /** One of what the query finds, which is made first where there is nothing. */
    String pick(String query, Runnable make) {
        var found = list(query);
        if (found.isEmpty()) {
            make.run();
            found = list(query);
        }
        if (found.isEmpty()) {
            throw new AssertionError(name + ": still nothing to change: " + query);
        }
        return found.get(random.nextInt(found.size()));
    }

    /** An ordinary table. */
    String table() {
        return pick(
                "SELECT " + QUALIFIED + " FROM sys.tables AS o" + OF_SCHEMA
                        + " WHERE o.temporal_type = 0 ORDER BY o.object_id",
                this::createTable);
    }

    /** An object of a type of {@code sys.objects}. */
    String object(String type, Runnable make) {
        return pick(
                "SELECT %s FROM sys.objects AS o%s WHERE o.type = '%s' AND o.is_ms_shipped = 0 ORDER BY o.object_id"
                        .formatted(QUALIFIED, OF_SCHEMA, type),
                make);
    }

    /** The table and, after a blank, the name of a row that belongs to it. */
    String[] ofTable(String view, String key, String condition, Runnable make) {
        return pick(
                        "SELECT %s + ' ' + QUOTENAME(x.name) FROM %s AS x JOIN sys.tables AS o ON o.object_id = x.%s%s WHERE %s ORDER BY x.%s, x.name"
                                .formatted(QUALIFIED, view, key, OF_SCHEMA, condition, key),
                        make)
                .split(" ", 2);
    }

    String schema() {
        return pick(
                "SELECT QUOTENAME(name) FROM sys.schemas WHERE schema_id BETWEEN 5 AND 16000 ORDER BY schema_id",
                () -> run("CREATE SCHEMA " + fresh("s")));
    }

    String user() {
        return pick(
                "SELECT QUOTENAME(name) FROM sys.database_principals WHERE name LIKE 'u%' ORDER BY principal_id",
                () -> run("CREATE USER " + fresh("u") + " WITHOUT LOGIN"));
    }

    void createTable() {
        run(
                "CREATE TABLE dbo.%s (id int IDENTITY(%d,1) NOT NULL PRIMARY KEY, a int NOT NULL DEFAULT (%d), b nvarchar(%d) NULL, c AS (a + %d))"
                        .formatted(fresh("t"), 1 + number(9), number(9), 10 + number(90), number(9)));
    }

    static String bare(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }
}

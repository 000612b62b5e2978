package dev.granary.harvester.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A database that a test changes by T-SQL over the wire; what is there to be changed is found in its own catalogue. */
final class SourceDatabase {

    /** Of a loss of ten objects and less none is held; a sequence may drop some more. */
    private static final int MOST_LOST = 6;

    /** All that is harvested by a name of its own. */
    private static final String NAMES =
            "SELECT 'object ' + CONVERT(nvarchar(20), o.schema_id) + ' ' + o.name FROM sys.objects AS o WHERE o.is_ms_shipped = 0 AND o.parent_object_id = 0"
                    + " UNION ALL SELECT 'schema ' + name FROM sys.schemas"
                    + " UNION ALL SELECT 'type ' + name FROM sys.types"
                    + " UNION ALL SELECT 'principal ' + name FROM sys.database_principals"
                    + " UNION ALL SELECT 'partition function ' + name FROM sys.partition_functions"
                    + " UNION ALL SELECT 'data space ' + name FROM sys.data_spaces"
                    + " UNION ALL SELECT 'assembly ' + name FROM sys.assemblies"
                    + " UNION ALL SELECT 'xml schema ' + name FROM sys.xml_schema_collections"
                    + " UNION ALL SELECT 'catalog ' + name FROM sys.fulltext_catalogs"
                    + " UNION ALL SELECT 'trigger ' + name FROM sys.triggers WHERE parent_class = 0";

    private final String name;
    private final Connection connection;
    private final Random random;
    private final Map<Target, Set<String>> seen = new EnumMap<>(Target.class);
    private final Map<String, Set<String>> backups = new LinkedHashMap<>();
    private Set<String> names = Set.of();
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

    /** To be told before the first change after a harvest: what there is now is what was harvested. */
    void harvested(Collection<Change> next) {
        seen.clear();
        names = Set.copyOf(list(NAMES));
        next.stream()
                .flatMap(change -> change.target().stream())
                .distinct()
                .forEach(target -> seen.put(target, Set.copyOf(target.in(this))));
    }

    /** One of what was there when the database was last harvested and still is; where nothing is, it is made, for the next time. */
    Optional<String> harvested(Target target) {
        var found = target.in(this);
        if (found.isEmpty()) {
            target.make(this);
        }
        return oneOf(found.stream().filter(seen.get(target)::contains).toList());
    }

    /** One of what is there, and is made first where nothing is. */
    String any(Target target) {
        var found = target.in(this);
        if (found.isEmpty()) {
            target.make(this);
            found = target.in(this);
        }
        return oneOf(found).orElseThrow(() -> new AssertionError(name + ": still nothing to change: " + target));
    }

    private Optional<String> oneOf(List<String> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    void backUp() {
        var file = fresh(name + "-") + ".bak";
        run("BACKUP DATABASE %s TO DISK = '%s'".formatted(name, file));
        backups.put(file, Set.copyOf(list(NAMES)));
    }

    /** The backups by which no more is lost of what was last harvested than a harvest believes. */
    List<String> backups() {
        return backups.keySet().stream().filter(file -> lost(file) <= MOST_LOST).toList();
    }

    private long lost(String file) {
        var kept = backups.get(file);
        return names.stream().filter(one -> !kept.contains(one)).count();
    }

    void restore(String file) {
        run("USE master; RESTORE DATABASE %s FROM DISK = '%s' WITH REPLACE".formatted(name, file));
    }

    void createTable() {
        run(
                "CREATE TABLE dbo.%s (id int IDENTITY(%d,1) NOT NULL PRIMARY KEY, a int NOT NULL DEFAULT (%d), b nvarchar(%d) NULL, c AS (a + %d))"
                        .formatted(fresh("t"), 1 + number(9), number(9), 10 + number(90), number(9)));
    }
}

package dev.granary.harvester.facts;

import dev.granary.harvester.catalog.ServerFact;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server says of itself, in one round trip where it answers all of it. Where it refuses, each fact is asked for alone, so that one
 * does not cost the others.
 */
public final class FactReader {

    private static final String EVERYTHING =
            Arrays.stream(ServerFact.values()).map(ServerFact::sql).collect(Collectors.joining(";\n"));

    private FactReader() {}

    /**
     * What each fact came to, by any login. The connection may be spent afterwards where one of them failed.
     *
     * @return one reading per fact
     */
    public static List<FactReading> read(Connection connection) {
        return together(connection)
                .orElseGet(() -> Arrays.stream(ServerFact.values())
                        .map(fact -> alone(connection, fact))
                        .toList());
    }

    private static Optional<List<FactReading>> together(Connection connection) {
        try (var statement = connection.createStatement()) {
            var readings = new ArrayList<FactReading>();
            var more = statement.execute(EVERYTHING);
            for (var fact : ServerFact.values()) {
                if (!more) {
                    return Optional.empty();
                }
                try (var rows = statement.getResultSet()) {
                    readings.add(FactReading.complete(fact, value(fact, rows)));
                }
                more = statement.getMoreResults();
            }
            return Optional.of(readings);
        } catch (SQLException refused) {
            return Optional.empty();
        }
    }

    private static FactReading alone(Connection connection, ServerFact fact) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(fact.sql())) {
            return FactReading.complete(fact, value(fact, rows));
        } catch (SQLException refused) {
            var failure = SourceFailure.of(refused);
            var status =
                    switch (failure.verdict()) {
                        case DENIED -> FactReading.Status.DENIED;
                        case UNSUPPORTED, OTHER -> FactReading.Status.UNSUPPORTED;
                        case DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT ->
                            FactReading.Status.FAILED;
                    };
            return new FactReading(fact, status, null, failure.code(), failure.reason());
        }
    }

    /** One map for a fact of one row, else a list of maps by name; what is NULL or false is left out. */
    private static Object value(ServerFact fact, ResultSet rows) throws SQLException {
        var items = new TreeMap<String, Map<String, Object>>();
        while (rows.next()) {
            var item = item(rows);
            items.put(String.valueOf(item.getOrDefault("name", "")), item);
        }
        return switch (fact) {
            case PROPERTIES -> items.getOrDefault("", Map.of());
            case CONFIGURATION, LINKED_SERVERS -> List.copyOf(items.values());
        };
    }

    private static Map<String, Object> item(ResultSet row) throws SQLException {
        var item = new TreeMap<String, Object>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = value(row.getObject(i));
            if (value != null) {
                item.put(columns.getColumnLabel(i), value);
            }
        }
        return item;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag ? flag : null;
            case Number number -> number.longValue();
            default -> WrittenSecret.withhold(value.toString());
        };
    }
}

package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a statement that was refused names a catalogue view or column that the engine lacks, for engines
 * that use error numbers of their own. It understands statements written the house way: {@code FROM sys.x AS a} or
 * {@code JOIN sys.x AS a}, and every column as {@code a.name}.
 */
public final class StatementProbe {
    private static final Pattern NOT_CODE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|N?'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile(
            "\\b(?:FROM|JOIN|APPLY)\\s+((?:sys|INFORMATION_SCHEMA)\\.\\w+)\\s+AS\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN = Pattern.compile("(?<![\\w.\\]])(\\w+)\\.\\[?(\\w+)(?![\\w.(])");

    /** If not even this can be read, a refused probe says nothing about the view it asked for. */
    private static final String SURELY_THERE = "sys.objects";

    private final Connection connection;

    public StatementProbe(Connection connection) {
        this.connection = connection;
    }

    /**
     * The first view, or column as {@code sys.x.name}, that the statement names and the engine has not; empty when all
     * are there or the engine cannot be asked.
     *
     * @throws SQLException if asking failed for a reason that says nothing about the view
     */
    public Optional<String> missing(String statement) throws SQLException {
        String code = NOT_CODE.matcher(statement).replaceAll(" ");
        Map<String, Set<String>> views = views(code);
        if (views.isEmpty() || columns(SURELY_THERE).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<String>> columns = new HashMap<>();
        for (Map.Entry<String, Set<String>> alias : views.entrySet()) {
            for (String view : alias.getValue()) {
                Optional<Set<String>> known = columns(view);
                if (known.isEmpty()) {
                    return Optional.of(view);
                }
                columns.computeIfAbsent(alias.getKey(), any -> new HashSet<>()).addAll(known.get());
            }
        }
        return missingColumn(code, views, columns);
    }

    private static Optional<String> missingColumn(
            String code, Map<String, Set<String>> views, Map<String, Set<String>> columns) {
        Matcher used = COLUMN.matcher(code);
        while (used.find()) {
            String alias = fold(used.group(1));
            Set<String> known = columns.get(alias);
            if (known != null && !known.contains(fold(used.group(2)))) {
                return Optional.of(String.join(" or ", views.getOrDefault(alias, Set.of())) + "." + used.group(2));
            }
        }
        return Optional.empty();
    }

    /** Views by alias: several where parts of a statement use one alias for different views. */
    private static Map<String, Set<String>> views(String code) {
        Map<String, Set<String>> views = new LinkedHashMap<>();
        Matcher matcher = VIEW.matcher(code);
        while (matcher.find()) {
            views.computeIfAbsent(fold(matcher.group(2)), any -> new LinkedHashSet<>())
                    .add(matcher.group(1));
        }
        return views;
    }

    /** The view's columns in lower case; empty when the engine refuses to read it at all. */
    private Optional<Set<String>> columns(String view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT TOP (0) * FROM " + view)) {
            ResultSetMetaData data = nothing.getMetaData();
            Set<String> names = new HashSet<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                names.add(fold(data.getColumnName(i)));
            }
            return Optional.of(names);
        } catch (SQLException refused) {
            return switch (SourceFailure.of(refused).verdict()) {
                case UNSUPPORTED, OTHER -> Optional.empty();
                case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> throw refused;
            };
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

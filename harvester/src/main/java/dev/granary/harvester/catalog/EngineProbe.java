package dev.granary.harvester.catalog;

import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.StatementNames;
import dev.granary.sqlserver.StatementProbe;
import dev.granary.sqlserver.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds out what an engine has: by one list, and by one question for each view that the list does not show. */
final class EngineProbe {

    private static final CatalogQuery<EngineColumnRow> COLUMNS =
            CatalogQuery.of("engine_columns", EngineColumnRow.class);
    private static final int INFORMATION_SCHEMA = 3;

    private final Connection connection;
    private final Set<String> denied = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private boolean listsNothing;

    EngineProbe(Connection connection) {
        this.connection = connection;
    }

    /** @throws SQLException when asking failed for a reason that says nothing about the engine */
    EngineFeatures features(Collection<String> statements) throws SQLException {
        var views = list();
        boolean listed = !views.isEmpty();
        for (var view : named(statements)) {
            if (!views.containsKey(view)) {
                ask(view, views);
            }
        }
        if (views.isEmpty()) {
            // An engine that refuses even this refuses the question, not the view.
            return EngineFeatures.EVERYTHING;
        }
        var functions = functions();
        return new EngineFeatures(
                views,
                denied,
                absent,
                listed,
                listsNothing || !functions.containsAll(EngineFunction.EVERYWHERE),
                functions);
    }

    private static Set<String> named(Collection<String> statements) {
        var named = new LinkedHashSet<String>();
        for (var sql : statements) {
            StatementNames.of(sql).views().forEach(view -> named.add(EngineFeatures.fold(view)));
            for (var need : FittedQuery.needs(sql)) {
                int column = need.indexOf('.', need.indexOf('.') + 1);
                named.add(EngineFeatures.fold(column < 0 ? need : need.substring(0, column)));
            }
        }
        return named;
    }

    /** Empty where the engine cannot say. */
    private Map<String, Set<String>> list() throws SQLException {
        var views = new HashMap<String, Set<String>>();
        try (var statement = COLUMNS.statement(connection);
                var results = statement.executeQuery(COLUMNS.sql())) {
            var reader = new RowReader<>(COLUMNS.rowType(), results);
            while (results.next()) {
                var row = reader.read();
                var schema = row.schemaId() == INFORMATION_SCHEMA ? "information_schema." : "sys.";
                views.computeIfAbsent(EngineFeatures.fold(schema + row.viewName()), any -> new HashSet<>())
                        .add(EngineFeatures.fold(row.columnName()));
            }
            // SQL Server may refuse the list; it never has one without a view.
            listsNothing = views.isEmpty();
            return views;
        } catch (SQLException refused) {
            requireAnswer(refused);
            return new HashMap<>();
        }
    }

    private void ask(String view, Map<String, Set<String>> views) throws SQLException {
        try {
            new StatementProbe(connection)
                    .columns(view)
                    .ifPresentOrElse(columns -> views.put(view, columns), () -> absent.add(view));
        } catch (SQLException refused) {
            requireAnswer(refused);
            denied.add(view);
        }
    }

    private Set<EngineFunction> functions() throws SQLException {
        var functions = EnumSet.noneOf(EngineFunction.class);
        for (var function : EngineFunction.values()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(function.question())) {
                if (row.next() && row.getObject(1) != null) {
                    functions.add(function);
                }
            } catch (SQLException refused) {
                requireAnswer(refused);
                // Only the engine's own number says that it lacks the function.
                if (refused.getErrorCode() == 0) {
                    functions.add(function);
                }
            }
        }
        return functions;
    }

    /** A refusal is an answer; a lost connection is none. */
    private static void requireAnswer(SQLException refused) throws SQLException {
        var verdict = SourceFailure.of(refused).verdict();
        if (verdict != Verdict.UNSUPPORTED && verdict != Verdict.OTHER && verdict != Verdict.DENIED) {
            throw refused;
        }
    }
}

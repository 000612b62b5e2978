package dev.granary.harvester.assemble;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.harvester.catalog.CatalogQuery;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An engine that answers the questions of a harvest with the rows and errors a test gives it, over the wire. */
final class ScriptedEngine implements Engine {

    private static final String FUNCTION = " AS answer";
    private static final String PROBE = "SELECT TOP (0) * FROM ";

    private final Map<CatalogQuery<?>, List<Record>> rows = new HashMap<>();
    private final Map<CatalogQuery<?>, Integer> errors = new HashMap<>();
    private final Set<String> missingViews = new HashSet<>();

    <R extends Record> ScriptedEngine rows(CatalogQuery<R> query, List<R> answer) {
        rows.put(query, List.copyOf(answer));
        return this;
    }

    ScriptedEngine withoutRows(CatalogQuery<?> query) {
        rows.remove(query);
        return this;
    }

    /** Fails after the rows that were given, if any. */
    ScriptedEngine error(CatalogQuery<?> query, int number) {
        errors.put(query, number);
        return this;
    }

    /** Lacks the view, which it tells by a number that nobody else uses. */
    ScriptedEngine without(String view) {
        missingViews.add(view);
        return this;
    }

    @Override
    public EngineSession open(Login login) {
        return new Session();
    }

    private void answer(String batch, Results results) {
        var query = CatalogQuery.ALL.stream().filter(q -> q.sql().equals(batch)).findAny();
        if (query.isPresent()) {
            answer(query.get(), results);
        } else if (batch.endsWith(FUNCTION)) {
            results.columns(List.of(new ResultColumn("answer", SqlType.INT, 0, 0, 0, true)));
            results.row(new Object[] {1});
            results.done(StatementKind.SELECT, 1);
        } else if (batch.startsWith(PROBE)) {
            if (missingViews.contains(batch.substring(PROBE.length()))) {
                throw new SqlServerError(33557097, "relation does not exist");
            }
            results.columns(columnsOfEveryView());
            results.done(StatementKind.SELECT, 0);
        } else {
            results.done(StatementKind.OTHER, -1);
        }
    }

    private void answer(CatalogQuery<?> query, Results results) {
        var given = rows.getOrDefault(query, List.of());
        var error = errors.get(query);
        if (error != null && given.isEmpty()) {
            throw new SqlServerError(error, "No.");
        }
        var components = query.rowType().getRecordComponents();
        results.columns(Arrays.stream(components).map(ScriptedEngine::column).toList());
        for (var row : given) {
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(components[i], row);
            }
            results.row(values);
        }
        if (error != null) {
            throw new SqlServerError(error, "No more.");
        }
        results.done(StatementKind.SELECT, given.size());
    }

    private static List<ResultColumn> columnsOfEveryView() {
        var names = new HashSet<String>();
        for (var query : CatalogQuery.ALL) {
            for (var word : query.sql().split("\\W+")) {
                names.add(word);
            }
        }
        var columns = new ArrayList<ResultColumn>();
        names.forEach(name -> columns.add(new ResultColumn(name, SqlType.INT, 0, 0, 0, true)));
        return columns;
    }

    private static ResultColumn column(RecordComponent component) {
        var name = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return switch (component.getType().getSimpleName()) {
            case "int", "Integer" -> new ResultColumn(name, SqlType.INT, 0, 0, 0, true);
            case "boolean", "Boolean" -> new ResultColumn(name, SqlType.BIT, 0, 0, 0, true);
            case "String" -> new ResultColumn(name, SqlType.NVARCHAR, ResultColumn.MAX, 0, 0, true);
            case "Double" -> new ResultColumn(name, SqlType.FLOAT, 0, 53, 0, true);
            case "Utf16" -> new ResultColumn(name, SqlType.VARBINARY, ResultColumn.MAX, 0, 0, true);
            case "LocalDateTime" -> new ResultColumn(name, SqlType.DATETIME, 0, 0, 3, true);
            default -> throw new AssertionError(component);
        };
    }

    private static Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private final class Session implements EngineSession {

        @Override
        public String database() {
            return "shop";
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            answer(batch, results);
        }

        @Override
        public void cancel() {}

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}

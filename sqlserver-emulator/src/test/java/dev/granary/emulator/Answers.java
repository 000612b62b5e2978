package dev.granary.emulator;

import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what a batch answers. */
final class Answers implements Results {

    static final String PASSWORD = "Corn-2026!";

    final List<ResultColumn> columns = new ArrayList<>();
    final List<List<Object>> rows = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    long changed;

    static EmulatedServer server() {
        return EmulatedServer.create("EMU", PASSWORD);
    }

    static EngineSession login(EmulatedServer server, String database) {
        return server.open(new Login("sa", PASSWORD, database, "test", false));
    }

    static Answers ask(EmulatedServer server, String database, String sql, Parameter... parameters) {
        try (var session = login(server, database)) {
            return ask(session, sql, parameters);
        }
    }

    static Answers ask(EngineSession session, String sql, Parameter... parameters) {
        var answers = new Answers();
        session.execute(sql, List.of(parameters), answers);
        return answers;
    }

    static int error(EngineSession session, String sql) {
        try {
            ask(session, sql);
            return 0;
        } catch (SqlServerError e) {
            return e.number();
        }
    }

    /** The one value of a one-row answer. */
    Object value() {
        return rows.getFirst().getFirst();
    }

    /** The first column. */
    List<Object> first() {
        return rows.stream().map(List::getFirst).toList();
    }

    @Override
    public void columns(List<ResultColumn> now) {
        columns.clear();
        columns.addAll(now);
        rows.clear();
    }

    @Override
    public void row(Object[] values) {
        rows.add(Arrays.asList(values.clone()));
    }

    @Override
    public void done(StatementKind kind, long count) {
        changed = count;
    }

    @Override
    public void databaseChanged(String before, String after) {
        messages.add(before + " -> " + after);
    }

    @Override
    public void message(int number, int severity, String text) {
        messages.add(text);
    }
}

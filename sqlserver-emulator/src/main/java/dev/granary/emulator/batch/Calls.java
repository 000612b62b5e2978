package dev.granary.emulator.batch;

import dev.granary.emulator.ddl.Procedures;
import dev.granary.emulator.ddl.Target;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.H2Types;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** EXEC: of text, of sp_executesql in this or another database, and of the system procedures that define something. */
final class Calls {

    private final Session session;
    private final Results results;
    private final Queries queries;

    Calls(Session session, Results results, Queries queries) {
        this.session = session;
        this.results = results;
        this.queries = queries;
    }

    void run(Cursor cursor) {
        if (cursor.peek().is("(")) {
            var text = queries.value(cursor.text(), cursor.parenthesised());
            new BatchRun(session, new Variables(List.of()), results).run(String.valueOf(text));
            return;
        }
        var names = cursor.names();
        var name = names.getLast();
        var arguments = arguments(cursor);
        var before = session.looker().database();
        if (names.size() > 2 && !names.getFirst().isEmpty()) {
            if (session.host().lookAlike() != null) {
                throw new SqlServerError(
                        40510, "Statement 'EXEC of a procedure in another database' is not supported.");
            }
            session.looker().use(session.doors().open(names.getFirst()));
        }
        try {
            if (name.equalsIgnoreCase("sp_executesql")) {
                executeSql(arguments);
            } else {
                define(name, arguments);
            }
        } finally {
            session.looker().use(before);
        }
    }

    /** An argument, named or not. */
    private record Argument(@Nullable String name, @Nullable Object value) {}

    private List<Argument> arguments(Cursor cursor) {
        var list = new ArrayList<Argument>();
        do {
            String name = null;
            if (cursor.peek().kind() == Token.Kind.VARIABLE && cursor.peek(1).is("=")) {
                name = cursor.next().text().toLowerCase(Locale.ROOT);
                cursor.next();
            }
            var words = Extent.expression(cursor, true);
            if (words.isEmpty()) {
                break;
            }
            boolean bare = words.size() == 1
                    && words.getFirst().name()
                    && !words.getFirst().is("NULL");
            list.add(new Argument(name, bare ? words.getFirst().text() : queries.value(cursor.text(), words)));
            if (!cursor.take("OUTPUT")) {
                cursor.take("OUT");
            }
        } while (cursor.take(","));
        return list;
    }

    private void executeSql(List<Argument> arguments) {
        if (arguments.isEmpty()) {
            throw new SqlServerError(
                    201, 16, 4, "sp_executesql expects parameter '@statement', which was not supplied.");
        }
        var inner = new Variables(List.of());
        if (arguments.size() > 1) {
            var declared = new Cursor(String.valueOf(arguments.get(1).value()));
            int at = 2;
            do {
                var name = declared.next().text();
                declared.take("AS");
                var type = H2Types.read(declared, false);
                declared.take("OUTPUT");
                inner.declare(name, type, argument(arguments, name, at++));
            } while (declared.take(","));
        }
        new BatchRun(session, inner, results)
                .run(String.valueOf(arguments.getFirst().value()));
    }

    private static @Nullable Object argument(List<Argument> arguments, String name, int position) {
        for (var a : arguments) {
            if (name.equalsIgnoreCase(a.name())) {
                return a.value();
            }
        }
        return position < arguments.size() ? arguments.get(position).value() : null;
    }

    private void define(String procedure, List<Argument> arguments) {
        var order = Procedures.arguments(procedure);
        if (order == null) {
            var known = session.looker().database().catalog().objects().stream()
                    .anyMatch(o -> o.name().equalsIgnoreCase(procedure));
            throw known
                    ? Limits.not("run the procedure " + procedure)
                    : new SqlServerError(2812, 16, 62, "Could not find stored procedure '%s'.".formatted(procedure));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var name = argument.name() == null ? order.get(Math.min(i, order.size() - 1)) : argument.name();
            values.put(name, argument.value());
        }
        var target = new Target(
                session.host().server(),
                session.looker().database(),
                session.looker().login(),
                true,
                true,
                queries::shape,
                session.host().views().described());
        var lock = session.host().server().lock();
        lock.lock();
        try {
            Procedures.run(target, procedure, values);
        } finally {
            lock.unlock();
        }
        results.done(StatementKind.OTHER, -1);
    }
}

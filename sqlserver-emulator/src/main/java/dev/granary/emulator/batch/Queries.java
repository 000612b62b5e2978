package dev.granary.emulator.batch;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.h2.Described;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.H2Types;
import dev.granary.emulator.tsql.Lexer;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Rewriter;
import dev.granary.emulator.tsql.Rewritten;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites the queries and changes of a batch and has H2 run them. */
final class Queries {

    private final Session session;
    private final Variables variables;
    private final Results results;

    Queries(Session session, Variables variables, Results results) {
        this.session = session;
        this.variables = variables;
        this.results = results;
    }

    void select(Cursor cursor) {
        begin();
        var query = rewrite(cursor.text(), Extent.statement(cursor), "SELECT");
        long rows = session.query()
                .query(session.looker(), query, variables.values(query.variables()), results, session.cancelled());
        results.done(StatementKind.SELECT, rows);
    }

    void change(Cursor cursor) {
        begin();
        var tokens = Extent.statement(cursor);
        var verb = tokens.getFirst().upper();
        var kind = StatementKind.valueOf(verb);
        var names = names(verb);
        var change = ChangeRewriter.rewrite(cursor.text(), tokens, names, names("SELECT"));
        long rows = session.query().update(session.looker(), change.sql(), variables.values(change.variables()));
        var table = names.written();
        if (table != null && kind != StatementKind.UPDATE) {
            table.rows(table.rows() + (kind == StatementKind.INSERT ? rows : -rows));
        }
        results.done(kind, rows);
    }

    private void begin() {
        if (session.settings().implicitTransactions && session.looker().transactions() == 0) {
            session.transaction(1, true);
        }
    }

    private TableNames names(String permission) {
        return new TableNames(session.host(), session.looker(), session.doors(), variables, permission);
    }

    private Rewritten rewrite(String text, List<Token> tokens, String permission) {
        var database = session.looker().database();
        var key = new RewrittenQueries.Key(source(text, tokens), database.caseSensitive(), TableNames.digits(database));
        var known = session.host().rewritten().find(key);
        if (known != null) {
            return known;
        }
        var names = names(permission);
        var query = Rewriter.rewrite(text, tokens, names);
        if (!names.plain()) {
            return query;
        }
        session.host().rewritten().keep(key, query.last());
        return query.last();
    }

    /** The value of an expression. */
    @Nullable
    Object value(String text, List<Token> expression) {
        if (expression.size() == 1 && expression.getFirst().kind() == Token.Kind.STRING) {
            return expression.getFirst().text();
        }
        var source = "SELECT " + source(text, expression);
        var sink = new Single();
        var tokens = Lexer.tokens(source);
        var query = rewrite(source, tokens.subList(0, tokens.size() - 1), "SELECT");
        session.query().query(session.looker(), query, variables.values(query.variables()), sink, session.cancelled());
        return sink.value();
    }

    /** Whether a condition is true. */
    boolean holds(String text, List<Token> condition) {
        var source = "CASE WHEN " + source(text, condition) + " THEN 1 ELSE 0 END";
        var value = value(
                source, Lexer.tokens(source).subList(0, Lexer.tokens(source).size() - 1));
        return value instanceof Number n && n.intValue() == 1;
    }

    private static String source(String text, List<Token> tokens) {
        if (tokens.isEmpty()) {
            throw Limits.not("evaluate nothing");
        }
        return text.substring(tokens.getFirst().start(), tokens.getLast().end());
    }

    /** The columns a SELECT would have, with variables of the given T-SQL types. */
    List<Described> shape(String text, List<Token> select, Map<String, String> declared) {
        var stand = new Variables(List.of());
        declared.forEach((name, type) -> stand.declare(name, H2Types.read(new Cursor(type), false), null));
        var names = new TableNames(session.host(), session.looker(), session.doors(), stand, "SELECT").forShape();
        var query = Rewriter.rewrite(text, select, names);
        var values = new ArrayList<@Nullable Object>();
        query.variables().forEach(v -> values.add(null));
        return session.query().describe(session.looker(), query.sql(), values);
    }

    /** Keeps the first value of the first row. */
    private static final class Single implements Results {
        private @Nullable Object first;
        private boolean any;

        @Nullable
        Object value() {
            return first;
        }

        @Override
        public void columns(List<ResultColumn> columns) {
            // Its type is the variable's own.
        }

        @Override
        public void row(@Nullable Object[] values) {
            if (!any) {
                first = values[0];
                any = true;
            }
        }

        @Override
        public void done(StatementKind kind, long rows) {
            // Nobody counts.
        }

        @Override
        public void databaseChanged(String before, String after) {
            // An expression changes none.
        }

        @Override
        public void message(int number, int severity, String text) {
            // An expression says nothing.
        }
    }
}

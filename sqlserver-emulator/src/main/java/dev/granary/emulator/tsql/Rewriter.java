package dev.granary.emulator.tsql;

import dev.granary.emulator.engine.SqlServerError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a T-SQL query into one that H2 runs. The work is lexical: names of tables are resolved, every other name is quoted, and the
 * few constructs that H2 spells otherwise are respelled; nothing here knows any particular statement.
 */
public final class Rewriter {

    private static final Set<String> CLAUSE_ENDS_FROM =
            Set.of("WHERE", "GROUP", "HAVING", "ORDER", "UNION", "EXCEPT", "INTERSECT");
    private static final Set<String> FRAME_WORDS =
            Set.of("PARTITION", "ROWS", "RANGE", "UNBOUNDED", "PRECEDING", "FOLLOWING", "ROW");
    private static final Set<String> FETCH_WORDS = Set.of("OFFSET", "ROWS", "ROW", "NEXT", "FIRST", "ONLY");

    private final Cursor in;
    private final Resolver resolver;
    private final Set<String> named = new HashSet<>();
    private final List<String> variables = new ArrayList<>();
    private final Functions functions;
    private StringBuilder out = new StringBuilder();

    private Rewriter(Cursor in, Resolver resolver) {
        this.in = in;
        this.resolver = resolver;
        this.functions = new Functions(this, in);
    }

    /** Rewrites one statement or expression. */
    public static Rewritten rewrite(String text, List<Token> tokens, Resolver resolver) {
        var closed = new ArrayList<>(tokens);
        int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
        closed.add(new Token(Token.Kind.END, "", end, end));
        var rewriter = new Rewriter(new Cursor(text, closed), resolver);
        rewriter.block(new Block());
        if (!rewriter.in.atEnd()) {
            throw rewriter.in.syntax();
        }
        return new Rewritten(rewriter.out.toString(), rewriter.variables);
    }

    /** What the words so far have opened, between two parentheses. */
    private static final class Block {
        private boolean selects;
        private boolean from;
        private boolean table;
        private boolean item;
        private boolean ordered;
        private boolean window;
        private @Nullable String alias;
    }

    /** What {@code work} writes, apart from the rest. */
    String capture(Runnable work) {
        var outer = out;
        out = new StringBuilder();
        work.run();
        var text = out.toString();
        out = outer;
        return text;
    }

    void emit(String text) {
        if (!out.isEmpty() && needsBlank(out.charAt(out.length() - 1), text.charAt(0))) {
            out.append(' ');
        }
        out.append(text);
    }

    private static boolean needsBlank(char before, char after) {
        return before != '(' && before != '.' && after != ')' && after != ',' && after != '.';
    }

    /** Everything up to a closing parenthesis or the end, or a comma when {@code stopAtComma}. */
    void expression(boolean stopAtComma) {
        block(new Block(), stopAtComma);
    }

    private void block(Block b) {
        block(b, false);
    }

    private void block(Block b, boolean stopAtComma) {
        while (!in.atEnd() && !in.peek().is(")")) {
            var token = in.peek();
            if (stopAtComma && (token.is(",") || token.is("AS"))) {
                break;
            }
            if (b.table && (token.name() || token.is("("))) {
                table(b);
            } else if (b.item && startsAlias()) {
                b.alias = in.next().text();
                in.next();
                b.item = false;
            } else if (token.kind() == Token.Kind.WORD) {
                word(b);
            } else {
                b.item = false;
                symbol(b);
            }
        }
        closeItem(b);
    }

    private boolean startsAlias() {
        if (!in.peek(1).is("=")) {
            return false;
        }
        if (in.peek().kind() == Token.Kind.VARIABLE) {
            throw Limits.not("assign a variable in a SELECT");
        }
        return in.peek().kind() == Token.Kind.QUOTED
                || in.peek().kind() == Token.Kind.STRING
                || (in.peek().kind() == Token.Kind.WORD
                        && !Keywords.reserved(in.peek().text()));
    }

    private void closeItem(Block b) {
        if (b.alias != null) {
            emit("AS " + quoted(b.alias));
            b.alias = null;
        }
    }

    private void symbol(Block b) {
        var token = in.next();
        switch (token.kind()) {
            case STRING -> emit("'" + token.text().replace("'", "''") + "'");
            case NUMBER -> emit(token.text());
            case BINARY -> emit("X'" + (token.text().length() % 2 == 0 ? "" : "0") + token.text() + "'");
            case VARIABLE -> variable(token);
            case QUOTED -> names(token.text());
            default -> {
                switch (token.text()) {
                    case "(" -> parenthesis(new Block());
                    case "," -> comma(b);
                    case "!=" -> emit("<>");
                    case "!<" -> emit(">=");
                    case "!>" -> emit("<=");
                    case ";" -> {}
                    case "&", "|", "^", "~" -> throw Limits.not("use the operator " + token.text());
                    default -> emit(token.text());
                }
            }
        }
    }

    private void comma(Block b) {
        closeItem(b);
        emit(",");
        if (b.from) {
            b.table = true;
        } else if (b.selects) {
            b.item = true;
        }
    }

    private void parenthesis(Block inner) {
        emit("(");
        block(inner);
        in.expect(")");
        out.append(')');
    }

    private void variable(Token token) {
        if (token.text().startsWith("@@")) {
            emit(resolver.global(token.text().substring(2).toUpperCase(Locale.ROOT)));
            return;
        }
        var name = token.text().toLowerCase(Locale.ROOT);
        var type = resolver.variableType(name);
        variables.add(name);
        emit("CAST(?" + variables.size() + " AS " + type + ")");
    }

    private void word(Block b) {
        var token = in.next();
        var upper = token.upper();
        boolean wasItem = b.item;
        b.item = false;
        if (in.peek().is("(") && !Keywords.precedesParenthesis(upper)) {
            resolver.function(upper);
            functions.call(upper);
            return;
        }
        if (b.window && FRAME_WORDS.contains(upper)) {
            emit(upper);
            return;
        }
        if (b.ordered && FETCH_WORDS.contains(upper)) {
            emit(upper);
            return;
        }
        if (!Keywords.reserved(upper)) {
            names(token.text());
            return;
        }
        switch (upper) {
            case "SELECT" -> select(b);
            case "FROM" -> {
                closeItem(b);
                emit("FROM");
                b.from = b.selects;
                b.table = b.selects;
            }
            case "JOIN" -> {
                emit("JOIN");
                b.table = true;
            }
            case "WITH" -> with(b);
            case "AS" -> alias();
            case "COLLATE" -> in.name();
            case "OPTION" -> in.parenthesised();
            case "OVER" -> over();
            case "INTO", "PIVOT", "UNPIVOT", "FOR", "TABLESAMPLE", "CONTAINS", "FREETEXT" ->
                throw Limits.not("run %s in a query".formatted(upper));
            case "CROSS", "OUTER" -> {
                if (in.peek().is("APPLY")) {
                    throw Limits.not("run " + upper + " APPLY");
                }
                emit(upper);
            }
            case "USER" -> functions.constant("USER");
            case "CURRENT_USER", "SESSION_USER" -> functions.constant("USER");
            case "SYSTEM_USER" -> functions.constant("SYSTEM_USER");
            case "CURRENT_TIMESTAMP" -> emit("CURRENT_SERVER_TIME()");
            case "DISTINCT", "ALL" -> {
                emit(upper);
                b.item = wasItem;
            }
            default -> {
                if (CLAUSE_ENDS_FROM.contains(upper)) {
                    closeItem(b);
                    b.from = false;
                    b.ordered = upper.equals("ORDER");
                }
                emit(upper);
            }
        }
    }

    private void select(Block b) {
        closeItem(b);
        b.selects = true;
        b.from = false;
        b.ordered = false;
        emit("SELECT");
        boolean distinct = in.take("DISTINCT");
        if (!distinct) {
            in.take("ALL");
        }
        if (in.take("TOP")) {
            emit("TOP");
            if (in.peek().is("(")) {
                in.next();
                parenthesis(new Block());
            } else {
                emit(String.valueOf(in.integer()));
            }
            if (in.take("PERCENT")) {
                emit("PERCENT");
            }
            if (in.take("WITH", "TIES")) {
                emit("WITH TIES");
            }
        }
        if (distinct) {
            emit("DISTINCT");
        }
        b.item = true;
    }

    /** Common table expressions before a query, or hints after a table. */
    private void with(Block b) {
        if (b.from || in.peek().is("(")) {
            in.parenthesised();
            return;
        }
        emit("WITH");
        do {
            var name = in.name();
            named.add(name.toLowerCase(Locale.ROOT));
            emit(quoted(name));
            if (in.peek().is("(")) {
                columnList();
            }
            in.expect("AS");
            in.expect("(");
            emit("AS");
            parenthesis(new Block());
        } while (in.take(",") && append(","));
    }

    private void columnList() {
        emit("("
                + String.join(", ", in.nameList().stream().map(Rewriter::quoted).toList()) + ")");
    }

    private boolean append(String text) {
        emit(text);
        return true;
    }

    private void alias() {
        var token = in.next();
        if (!token.name() && token.kind() != Token.Kind.STRING) {
            throw in.syntaxNear(token);
        }
        emit("AS " + quoted(token.text()));
    }

    private void over() {
        emit("OVER");
        in.expect("(");
        var inner = new Block();
        inner.window = true;
        parenthesis(inner);
    }

    /** A name in an expression; of more than two parts only the last two mean anything to H2. */
    private void names(String first) {
        var parts = new ArrayList<String>();
        parts.add(quoted(first));
        while (in.peek().is(".")) {
            in.next();
            if (in.take("*")) {
                parts.add("*");
            } else if (!in.peek().is(".")) {
                var part = in.name();
                if (in.peek().is("(")) {
                    throw Limits.not("call the function %s in a query".formatted(part));
                }
                parts.add(quoted(part));
            }
        }
        emit(String.join(".", parts.subList(Math.max(0, parts.size() - 2), parts.size())));
    }

    private void table(Block b) {
        b.table = false;
        if (in.take("(")) {
            var inner = new Block();
            if (!in.peek().isAny("SELECT", "WITH", "VALUES")) {
                inner.from = true;
                inner.table = true;
            }
            parenthesis(inner);
            tableAlias(null);
            return;
        }
        var names = in.names();
        var last = names.getLast();
        if (in.peek().is("(")) {
            if (!in.peek(1).isAny("NOLOCK", "READPAST", "READUNCOMMITTED", "TABLOCK", "HOLDLOCK", "INDEX")) {
                throw Limits.not("read from the table function " + last);
            }
            in.parenthesised();
        }
        boolean common = names.size() == 1 && named.contains(last.toLowerCase(Locale.ROOT));
        emit(common ? quoted(last) : resolver.table(names));
        tableAlias(last);
    }

    private void tableAlias(@Nullable String implied) {
        if (in.sees("FOR", "SYSTEM_TIME")) {
            throw Limits.not("read a temporal table's history");
        }
        boolean explicit = in.take("AS");
        if (explicit
                || (in.peek().name()
                        && !(in.peek().kind() == Token.Kind.WORD
                                && Keywords.reserved(in.peek().text())))) {
            emit("AS " + quoted(in.name()));
            if (in.peek().is("(") && !in.peek(1).is("NOLOCK")) {
                columnList();
            }
        } else if (implied != null) {
            emit("AS " + quoted(implied));
        }
        if (in.sees("WITH", "(") || in.sees("(", "NOLOCK")) {
            in.take("WITH");
            in.parenthesised();
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    SqlServerError syntax() {
        return in.syntax();
    }
}

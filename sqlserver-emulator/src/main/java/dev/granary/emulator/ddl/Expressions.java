package dev.granary.emulator.ddl;

import dev.granary.emulator.tsql.DateParts;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes an expression the way SQL Server keeps it: names in brackets, numbers in parentheses, functions in lower case, no blanks but
 * around words, IN and BETWEEN spelled out.
 */
final class Expressions {

    private static final Set<String> SPACED = Set.of("AND", "OR", "IS", "NOT", "NULL");
    private static final Set<String> LOWER =
            Set.of("CASE", "WHEN", "THEN", "ELSE", "END", "LIKE", "ESCAPE", "AS", "IN", "BETWEEN");

    private final List<Token> tokens;
    private int at;

    private Expressions(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression in one pair of parentheses, as definitions in the catalogue are. */
    static String normal(List<Token> source) {
        var stripped = strip(source);
        return "(" + new Expressions(stripped).write().strip() + ")";
    }

    private static List<Token> strip(List<Token> tokens) {
        var list = tokens;
        while (list.size() > 2 && list.getFirst().is("(") && closes(list, 0) == list.size() - 1) {
            list = list.subList(1, list.size() - 1);
        }
        return list;
    }

    private static int closes(List<Token> list, int open) {
        int depth = 0;
        for (int i = open; i < list.size(); i++) {
            depth += list.get(i).is("(") ? 1 : list.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String write() {
        var out = new StringBuilder();
        while (at < tokens.size()) {
            var token = tokens.get(at);
            if (token.name() && comparesToList(token)) {
                spellOut(out);
            } else {
                at++;
                one(out, token);
            }
        }
        return out.toString();
    }

    private void one(StringBuilder out, Token token) {
        switch (token.kind()) {
            case NUMBER -> out.append('(').append(token.text()).append(')');
            case STRING -> out.append(literal(token));
            case BINARY -> out.append("0x").append(token.text());
            case QUOTED -> out.append(bracketed(token.text()));
            case VARIABLE -> out.append(token.text());
            case WORD -> word(out, token);
            default -> symbol(out, token);
        }
    }

    private void symbol(StringBuilder out, Token token) {
        boolean sign = token.is("-")
                && (at == 1 || tokens.get(at - 2).isAny("(", ",", "=", "<", ">", ">=", "<=", "<>", "*", "/", "+"))
                && at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.NUMBER;
        if (sign) {
            out.append("(-").append(tokens.get(at++).text()).append(')');
        } else if (token.is("(") && redundant()) {
            // ((x)) and (5) need one pair only.
            int close = closes(tokens, at - 1);
            var inner = new Expressions(strip(tokens.subList(at, close))).write();
            at = close + 1;
            out.append(inner.startsWith("(") && closesItself(inner) ? inner : "(" + inner + ")");
        } else {
            out.append(token.is("!=") ? "<>" : token.text());
        }
    }

    private boolean redundant() {
        if (at < 2) {
            return true;
        }
        var before = tokens.get(at - 2);
        return !before.name()
                || (before.kind() == Token.Kind.WORD
                        && !before.is("IN")
                        && (SPACED.contains(before.upper()) || LOWER.contains(before.upper())));
    }

    private static boolean closesItself(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return true;
    }

    private void word(StringBuilder out, Token token) {
        var upper = token.upper();
        boolean call = at < tokens.size() && tokens.get(at).is("(");
        if (at > 1 && tokens.get(at - 2).is(".")) {
            // A function of the database's own, after its schema.
            out.append(bracketed(token.text()));
        } else if (SPACED.contains(upper)) {
            spaced(out, upper);
        } else if (LOWER.contains(upper)) {
            spaced(out, upper.toLowerCase(Locale.ROOT));
        } else if (call && upper.equals("CONVERT")) {
            out.append("CONVERT(");
            at++;
            type(out);
        } else if (call && upper.equals("CAST")) {
            cast(out);
        } else if (call && DateParts.firstOf(upper)) {
            out.append(upper.toLowerCase(Locale.ROOT))
                    .append('(')
                    .append(DateParts.name(tokens.get(at + 1).text()));
            at += 2;
        } else if (call && (upper.equals("YEAR") || upper.equals("MONTH") || upper.equals("DAY"))) {
            out.append("datepart(").append(upper.toLowerCase(Locale.ROOT)).append(',');
            at++;
        } else if (upper.equals("NEXT")
                && at + 1 < tokens.size()
                && tokens.get(at).is("VALUE")
                && tokens.get(at + 1).is("FOR")) {
            out.append("NEXT VALUE FOR ");
            at += 2;
        } else if (call) {
            out.append(token.text().toLowerCase(Locale.ROOT));
        } else if (upper.equals("CURRENT_TIMESTAMP")) {
            out.append("getdate()");
        } else if (upper.startsWith("CURRENT_") || upper.equals("USER") || upper.equals("SYSTEM_USER")) {
            out.append(upper.equals("SYSTEM_USER") ? "suser_sname()" : "user_name()");
        } else {
            out.append(bracketed(token.text()));
        }
    }

    /** CAST(x AS type) is kept as CONVERT(type,x). */
    private void cast(StringBuilder out) {
        int close = closes(tokens, at);
        int as = at;
        int depth = 0;
        for (int i = at; i < close; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 1 && tokens.get(i).is("AS")) {
                as = i;
            }
        }
        var value = new Expressions(tokens.subList(at + 1, as)).write();
        out.append("CONVERT(");
        at = as + 1;
        type(out);
        out.append(',').append(value).append(')');
        at = close + 1;
    }

    private void type(StringBuilder out) {
        out.append(bracketed(tokens.get(at++).text().toLowerCase(Locale.ROOT)));
        if (at < tokens.size() && tokens.get(at).is("(")) {
            int close = closes(tokens, at);
            for (; at <= close; at++) {
                out.append(tokens.get(at).text().toLowerCase(Locale.ROOT));
            }
        }
    }

    private boolean comparesToList(Token token) {
        if (at + 2 >= tokens.size() || (token.kind() == Token.Kind.WORD && SPACED.contains(token.upper()))) {
            return false;
        }
        var next = tokens.get(at + 1);
        return (next.is("IN") && tokens.get(at + 2).is("(") && literals(at + 3)) || next.is("BETWEEN");
    }

    private boolean literals(int from) {
        int close = closes(tokens, from - 1);
        for (int i = from; i < close; i++) {
            var kind = tokens.get(i).kind();
            if (kind != Token.Kind.STRING
                    && kind != Token.Kind.NUMBER
                    && !tokens.get(i).is(",")) {
                return false;
            }
        }
        return close > 0;
    }

    private void spellOut(StringBuilder out) {
        var name = bracketed(tokens.get(at).text());
        if (tokens.get(at + 1).is("IN")) {
            int close = closes(tokens, at + 2);
            var parts = new ArrayList<String>();
            for (int i = at + 3; i < close; i++) {
                if (!tokens.get(i).is(",")) {
                    parts.addFirst(name + "=" + new Expressions(List.of(tokens.get(i))).write());
                }
            }
            at = close + 1;
            boolean whole = out.isEmpty() && at == tokens.size();
            var text = String.join(" OR ", parts);
            out.append(whole || parts.size() == 1 ? text : "(" + text + ")");
        } else {
            int and = at + 2;
            while (and < tokens.size() && !tokens.get(and).is("AND")) {
                and++;
            }
            int end = and + 1;
            while (end < tokens.size() && !tokens.get(end).isAny("AND", "OR", ")")) {
                end += tokens.get(end).is("(") ? closes(tokens, end) - end + 1 : 1;
            }
            var low = new Expressions(tokens.subList(at + 2, and)).write();
            var high = new Expressions(tokens.subList(Math.min(and + 1, end), end)).write();
            out.append(name)
                    .append(">=")
                    .append(low)
                    .append(" AND ")
                    .append(name)
                    .append("<=")
                    .append(high);
            at = end;
        }
    }

    private static void spaced(StringBuilder out, String word) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ' && out.charAt(out.length() - 1) != '(') {
            out.append(' ');
        }
        out.append(word).append(word.equals("NULL") || word.equals("end") ? "" : " ");
    }

    private static String literal(Token token) {
        int quotes = token.text().length() - token.text().replace("'", "").length();
        boolean national = token.end() - token.start() == token.text().length() + quotes + 3;
        return (national ? "N'" : "'") + token.text().replace("'", "''") + "'";
    }

    static String bracketed(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}

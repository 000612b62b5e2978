package dev.granary.emulator.tsql;

import dev.granary.emulator.engine.SqlServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Walks over tokens, with the errors SQL Server gives when the next one is not what it should be. */
public final class Cursor {

    private static final Recent<String, List<Token>> BATCHES = new Recent<>(64);

    private final String text;
    private final List<Token> tokens;
    private int at;
    private boolean folding;

    public Cursor(String text) {
        this(text, Lexer.tokens(text));
    }

    /** Over a batch, which a client often sends again and again. */
    public static Cursor overBatch(String text) {
        var known = BATCHES.find(text);
        if (known == null) {
            known = List.copyOf(Lexer.tokens(text));
            BATCHES.keep(text, known);
        }
        return new Cursor(text, known);
    }

    public Cursor(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    public Token peek() {
        return tokens.get(at);
    }

    public Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    public Token next() {
        var token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    public int position() {
        return at;
    }

    public void back(int position) {
        at = position;
    }

    /** The text between two tokens' starts, without what trails the last one. */
    public String textFrom(int fromPosition) {
        return at == fromPosition
                ? ""
                : text.substring(
                        tokens.get(fromPosition).start(), tokens.get(at - 1).end());
    }

    public List<Token> tokensFrom(int fromPosition) {
        return tokens.subList(fromPosition, at);
    }

    public String text() {
        return text;
    }

    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Steps over the words if they are all there, in this order. */
    public boolean take(String... words) {
        if (!sees(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    public void expect(String... words) {
        for (var word : words) {
            if (!take(word)) {
                throw syntax();
            }
        }
    }

    /** A name, quoted or not. */
    public String name() {
        var token = peek();
        if (!token.name()) {
            throw syntax();
        }
        at++;
        return folding ? token.text().toLowerCase(Locale.ROOT) : token.text();
    }

    /** From now on names are read in lower case. */
    public void foldNames() {
        folding = true;
    }

    /** A name of one or more parts; an omitted part is empty. */
    public List<String> names() {
        var parts = new ArrayList<String>();
        parts.add(name());
        while (take(".")) {
            parts.add(peek().is(".") ? "" : name());
        }
        return parts;
    }

    /** A comma-separated list in parentheses. */
    public List<String> nameList() {
        var list = new ArrayList<String>();
        expect("(");
        do {
            list.add(name());
        } while (take(","));
        expect(")");
        return list;
    }

    public int integer() {
        boolean negative = take("-");
        var token = next();
        if (token.kind() != Token.Kind.NUMBER) {
            throw syntaxNear(token);
        }
        int value = Integer.parseInt(token.text());
        return negative ? -value : value;
    }

    public String string() {
        var token = next();
        if (token.kind() != Token.Kind.STRING) {
            throw syntaxNear(token);
        }
        return token.text();
    }

    /** The text between the parenthesis that comes next and its partner, both stepped over. */
    public List<Token> parenthesised() {
        expect("(");
        int from = at;
        skipToClose();
        var inside = List.copyOf(tokens.subList(from, at));
        expect(")");
        return inside;
    }

    /** Steps over everything up to the parenthesis that closes the one already stepped over. */
    public void skipToClose() {
        int depth = 0;
        while (!(depth == 0 && peek().is(")"))) {
            if (atEnd()) {
                throw syntax();
            }
            var token = next();
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            }
        }
    }

    /** Error 102, or 156 before a keyword. */
    public SqlServerError syntax() {
        return syntaxNear(peek());
    }

    public SqlServerError syntaxNear(Token token) {
        return token.kind() == Token.Kind.WORD && Keywords.reserved(token.text())
                ? new SqlServerError(156, 15, 1, "Incorrect syntax near the keyword '%s'.".formatted(token.text()))
                : new SqlServerError(102, 15, 1, "Incorrect syntax near '%s'.".formatted(token.text()));
    }
}

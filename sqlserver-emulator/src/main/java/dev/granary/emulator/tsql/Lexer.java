package dev.granary.emulator.tsql;

import dev.granary.emulator.engine.SqlServerError;
import java.util.ArrayList;
import java.util.List;

/** Splits T-SQL into tokens; comments nest and are left out, and every token keeps its place in the text. */
public final class Lexer {

    private static final List<String> PAIRS = List.of("<>", "!=", "<=", ">=", "!<", "!>", "||", "+=", "-=", "*=", "/=");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens, the last of them {@link Token.Kind#END}. */
    public static List<Token> tokens(String text) {
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (skipBlanks()) {
            int start = at;
            char c = text.charAt(at);
            if (c == '\'') {
                add(Token.Kind.STRING, quoted('\''), start);
            } else if ((c == 'N' || c == 'n') && peek(1) == '\'') {
                at++;
                add(Token.Kind.STRING, quoted('\''), start);
            } else if (c == '[') {
                add(Token.Kind.QUOTED, quoted(']'), start);
            } else if (c == '"') {
                add(Token.Kind.QUOTED, quoted('"'), start);
            } else if (c == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
                at += 2;
                while (Character.digit(peek(0), 16) >= 0) {
                    at++;
                }
                add(Token.Kind.BINARY, text.substring(start + 2, at), start);
            } else if (digit(c) || (c == '.' && digit(peek(1)))) {
                number();
                add(Token.Kind.NUMBER, text.substring(start, at), start);
            } else if (c == '@') {
                at++;
                while (wordPart(peek(0))) {
                    at++;
                }
                add(Token.Kind.VARIABLE, text.substring(start, at), start);
            } else if (wordStart(c)) {
                while (wordPart(peek(0))) {
                    at++;
                }
                add(Token.Kind.WORD, text.substring(start, at), start);
            } else {
                at += PAIRS.contains(text.substring(at, Math.min(at + 2, text.length()))) ? 2 : 1;
                add(Token.Kind.SYMBOL, text.substring(start, at), start);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private void add(Token.Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start, at));
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
                at++;
            } else if (c == '-' && peek(1) == '-') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '/' && peek(1) == '*') {
                comment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void comment() {
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw new SqlServerError(113, 15, 1, "Missing end comment mark '*/'.");
            }
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private String quoted(char close) {
        int start = at;
        var value = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new SqlServerError(
                        105,
                        15,
                        1,
                        "Unclosed quotation mark after the character string '%s'."
                                .formatted(text.substring(start + 1)));
            }
            char c = text.charAt(at++);
            if (c != close) {
                value.append(c);
            } else if (peek(0) == close) {
                value.append(close);
                at++;
            } else {
                return value.toString();
            }
        }
    }

    private void number() {
        while (digit(peek(0)) || peek(0) == '.') {
            at++;
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
            if (digit(peek(1 + sign))) {
                at += 1 + sign;
                while (digit(peek(0))) {
                    at++;
                }
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean wordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '#' || Character.isSurrogate(c);
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '#' || c == '@' || c == '$' || Character.isSurrogate(c);
    }
}
